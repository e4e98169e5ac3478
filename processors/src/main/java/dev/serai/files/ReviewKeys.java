package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;

/** Settings of the review of outbound mail: {@code serai.review.}. */
public final class ReviewKeys {
    /** Whether nobody approves what he wrote. */
    public static final SettingKey FOUR_EYES = new SettingKey(
            "serai.review.four-eyes",
            "false",
            CHOICE,
            "true | false",
            "Whether nobody may approve an outbound mail that he wrote or changed himself.",
            "People are told apart by the names of keys and tokens; without them by what clients call themselves.");

    private ReviewKeys() {}
}
