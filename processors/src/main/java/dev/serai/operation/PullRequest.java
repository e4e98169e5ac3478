package dev.serai.operation;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import java.time.Duration;

/**
 * Work wanted.
 *
 * @param view of the queue
 * @param max interactions, 1 to 100
 * @param lease how long the client may keep them
 * @param worker who will have them; shown to operators, at most 128 characters
 */
public record PullRequest(String tenant, QueueName queue, String view, int max, Duration lease, String worker) {
    /** More than this at once is refused. */
    public static final int MOST = 100;

    /** From the view `default`. */
    public PullRequest(String tenant, QueueName queue, int max, Duration lease, String worker) {
        this(tenant, queue, QueueDefinition.DEFAULT_VIEW, max, lease, worker);
    }
}
