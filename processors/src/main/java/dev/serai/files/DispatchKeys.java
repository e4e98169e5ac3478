package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;
import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of mail that wants to leave: {@code serai.dispatch.}. */
public final class DispatchKeys {
    /** What happens with mail that wants to leave. */
    public static final SettingKey MODE = new SettingKey(
            "serai.dispatch.mode",
            "hold",
            CHOICE,
            "hold | live | divert",
            "What happens with mail that wants to leave.",
            "hold keeps it, divert sends all of it to one address of yours, live sends it to customers.");

    /** Where diverted mail goes. */
    public static final SettingKey DIVERT_TO = new SettingKey(
            "serai.dispatch.divert-to",
            "",
            TEXT,
            "mail address",
            "Who receives every mail while the mode is divert.",
            "Without it the mode divert is refused at start.");

    private DispatchKeys() {}
}
