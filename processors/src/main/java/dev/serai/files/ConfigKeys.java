package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.DURATION;
import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of live edits: {@code serai.config.}. */
public final class ConfigKeys {
    /** How long files are quiet before they are read. */
    public static final SettingKey QUIET = new SettingKey(
            "serai.config.quiet",
            "2s",
            DURATION,
            "duration",
            "How long nothing may be written to the live files before they are read, checked and made live.",
            "Shorter takes edits sooner, and may see the first half of a long copy; it is then refused or replaced.");

    /** How often files are looked at. */
    public static final SettingKey LOOK = new SettingKey(
            "serai.config.look",
            "500ms",
            DURATION,
            "duration",
            "How often names, times and sizes of the live files are looked at.",
            "Longer spares slow file systems and takes edits later.");

    /** How many sets are kept. */
    public static final SettingKey KEEP = new SettingKey(
            "serai.config.keep",
            "100",
            NUMBER,
            "sets of files",
            "How many sets of files that were live are kept for rolling back.",
            "Older ones are forgotten; events still name them.");

    private ConfigKeys() {}
}
