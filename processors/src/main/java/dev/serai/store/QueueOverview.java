package dev.serai.store;

import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole queues, for whoever looks at them: which there are, how much is in them, and what waits there long. */
public final class QueueOverview {
    private final Sql sql;
    private final Tx tx;

    QueueOverview(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /** How many wait in a queue, counted up to so many at most. */
    public int queued(QueueName queue, int most) {
        return sql.query("work-queued")
                .bind("queue", queue.value())
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    /** How much of a queue strategies have that a node claimed. */
    public int routingBy(String owner, QueueName queue) {
        return sql.query("work-routing-by")
                .bind("owner", owner)
                .bind("queue", queue.value())
                .mapTo(Integer.class)
                .one();
    }

    /** All queues that anything is in, whatever its state; one look at an index for each. */
    public List<QueueName> queues() {
        List<QueueName> all = new ArrayList<>();
        Optional<String> next = queueAfter("");
        while (next.isPresent()) {
            all.add(QueueName.of(next.get()));
            next = queueAfter(next.get());
        }
        return all;
    }

    private Optional<String> queueAfter(String queue) {
        return sql.query("work-next-queue")
                .bind("after", queue)
                .mapTo(String.class)
                .findOne();
    }

    public List<QueueDepth> depths() {
        return depths(TenantTable.ALL);
    }

    /** Of a tenant's, or of all. */
    public List<QueueDepth> depths(String tenant) {
        return sql.query("work-depths")
                .bind("tenant", tenant)
                .bind("now", Sql.time(tx.now()))
                .map(QueueDepth::read)
                .list();
    }

    /** What waits in a queue, held or not, and was not touched since a time, locked. */
    public List<WorkRow> waiting(QueueName queue, Instant before, int limit) {
        return sql.query("work-waiting")
                .bind("queue", queue.value())
                .bind("before", Sql.time(before))
                .bind("limit", limit)
                .map(WorkColumns::read)
                .list();
    }
}
