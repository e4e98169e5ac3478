package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of capture points: {@code serai.capture.}. */
public final class CaptureKeys {
    /** Threads that poll mailboxes. */
    public static final SettingKey WORKERS = new SettingKey(
            "serai.capture.workers",
            "8",
            NUMBER,
            "threads",
            "How many mailboxes are read at the same time, half of them of one mail server.",
            "More reads faster, with more connections at work; while some hang there may be four times as many.");

    /** What may wait for intake. */
    public static final SettingKey MAX_INTAKE_BACKLOG = new SettingKey(
            "serai.capture.max-intake-backlog",
            "5000",
            NUMBER,
            "interactions",
            "How many may wait in the queue intake before mailboxes are read no further.",
            "Capture slows down above it, visibly, and goes on below 80 % of it; mail waits on its server meanwhile.");

    /** When a mailbox counts as silent. */
    public static final SettingKey SILENT_AFTER = new SettingKey(
            "serai.capture.silent-after",
            "3",
            NUMBER,
            "intervals",
            "After how many poll intervals without a look that went well a mailbox is silent.",
            "Fewer alarm sooner, and over a short pause of a mail server; never before five seconds.");

    private CaptureKeys() {}
}
