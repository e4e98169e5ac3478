package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of strategy queues: {@code serai.queue.}. */
public final class QueueKeys {
    /** Strategy runs in flight. */
    public static final SettingKey WINDOW = new SettingKey(
            "serai.queue.window",
            "200",
            NUMBER,
            "interactions per queue and node",
            "How many claimed interactions of a strategy queue are in flight at once.",
            "More keeps a node busier, and makes more wait for their lease when it dies.");

    private QueueKeys() {}
}
