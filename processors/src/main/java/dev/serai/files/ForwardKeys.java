package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of what strategies pass on: {@code serai.forward.}. */
public final class ForwardKeys {
    /** Most mails of a thread that are passed on or told of. */
    public static final SettingKey CAP_THREAD = new SettingKey(
            "serai.forward.cap-thread",
            "10",
            NUMBER,
            "mails",
            "How many mails of one thread strategies forward, redirect or notify somebody of within serai.reply.cap-window.",
            "Stops programs that answer what is forwarded to them; what is above is left out, and the timeline says so.");

    private ForwardKeys() {}
}
