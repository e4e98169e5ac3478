package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.TEXT;
import static dev.serai.files.SettingKey.Kind.ZONE;

/** Settings of the hub as a whole: {@code serai.} without an area. */
public final class HubKeys {
    /** The folder of the hub's own data. */
    public static final SettingKey DATA = new SettingKey(
            "serai.data",
            "data",
            TEXT,
            "folder, relative to the home folder",
            "Where the embedded database, the broker and spooled mails live.",
            "A hub started with another folder starts empty; the old data stay where they are.");

    /** The language of last resort. */
    public static final SettingKey LANGUAGE = new SettingKey(
            "serai.language",
            "en",
            TEXT,
            "language tag (BCP 47)",
            "The language of a response when the customer's is unknown or has no text.",
            "Every response that a strategy uses must exist in it, else check refuses the files.");

    /** The time zone of dates in responses. */
    public static final SettingKey TIME_ZONE = new SettingKey(
            "serai.time-zone",
            "",
            ZONE,
            "time zone such as Europe/Berlin; empty = the computer's",
            "In which zone standard responses write dates, where the queue has no calendar (hours) of its own.",
            "Customers read these times; the days of validFrom and validUntil begin by it too.");

    private HubKeys() {}
}
