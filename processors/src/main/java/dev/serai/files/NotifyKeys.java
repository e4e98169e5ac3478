package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of what strategies tell people of: {@code serai.notify.}. */
public final class NotifyKeys {
    /** Most notifications to an address. */
    public static final SettingKey CAP_ADDRESS = new SettingKey(
            "serai.notify.cap-address",
            "60",
            NUMBER,
            "mails",
            "Of how many mails strategies tell one address within serai.reply.cap-window.",
            "A wave of mail does not become one of notifications; what is above is left out, and the timeline says so.");

    private NotifyKeys() {}
}
