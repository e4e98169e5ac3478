package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of what arrives: {@code serai.intake.}. */
public final class IntakeKeys {
    /** Mails of a sender that are a storm. */
    public static final SettingKey SENDER_STORM = new SettingKey(
            "serai.intake.sender-storm",
            "200",
            NUMBER,
            "mails; 0 = any number",
            "How many mails a sender may send within serai.reply.cap-window, in whatever thread, before the next ones are marked Storm.",
            "Must be above what a form of a web site or a monitoring system sends from one address.");

    private IntakeKeys() {}
}
