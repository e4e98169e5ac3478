package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.PointName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What capture points are to be sent, in order; a row goes when it was sent. */
public final class OutgoingTable {
    /** Characters of the bodies that are read at once. */
    private static final long MOST_AT_ONCE = 4L << 20;

    private final Sql sql;
    private final Tx tx;

    OutgoingTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /** Adds one; whoever sends for its point is woken after the commit. */
    public void add(OutgoingRow row) {
        tx.tell(row.point());
        sql.later("outgoing-insert")
                .bind("tenant", row.tenant())
                .bind("point", row.point().value())
                .bind("kind", row.kind().name().toLowerCase(Locale.ROOT))
                .bind("form", row.form())
                .bind("replyTo", row.replyTo())
                .bind("correlation", row.correlation())
                .bind("body", CleanText.of(row.body()))
                .bind("deliveryId", row.deliveryId())
                .bind("bornAt", Sql.time(tx.now()))
                .bind("interaction", row.interaction())
                .add();
    }

    /** The oldest that wait for a point, but those that wait by themselves: as many as asked for, less where they are long. */
    public List<OutgoingRow> next(PointName point, int limit) {
        List<Integer> lengths = sql.query("outgoing-lengths")
                .bind("point", point.value())
                .bind("now", Sql.time(tx.now()))
                .bind("limit", limit)
                .mapTo(Integer.class)
                .list();
        return lengths.isEmpty() ? List.of() : first(point, fitting(lengths));
    }

    private static int fitting(List<Integer> lengths) {
        int number = 1;
        long sum = lengths.get(0);
        while (number < lengths.size() && sum + lengths.get(number) <= MOST_AT_ONCE) {
            sum += lengths.get(number++);
        }
        return number;
    }

    private List<OutgoingRow> first(PointName point, int limit) {
        return sql.query("outgoing-next")
                .bind("point", point.value())
                .bind("now", Sql.time(tx.now()))
                .bind("limit", limit)
                .map(OutgoingRow::read)
                .list();
    }

    /** Forgets what was sent. */
    public void sent(List<OutgoingRow> rows) {
        rows.forEach(row -> sql.later("outgoing-delete").bind("id", row.id()).add());
    }

    /** Has one wait for so long, while others go on. */
    public void postpone(OutgoingRow row, Duration pause) {
        sql.later("outgoing-postpone")
                .bind("id", row.id())
                .bind("dueAt", Sql.time(tx.now().plus(pause)))
                .add();
    }

    /**
     * What waits for a point.
     *
     * @param untried since when the oldest waits of those that nobody has tried to send; null = its destination was tried
     */
    public record Waiting(
            String tenant,
            PointName point,
            long count,
            Instant oldest,
            @Nullable Instant untried) {}

    /** What waits, of points that no file declares any more too. */
    public List<Waiting> waiting() {
        return sql.query("outgoing-waiting")
                .map((result, context) -> {
                    Row row = new Row(result);
                    return new Waiting(
                            row.text("tenant"),
                            PointName.of(row.text("point")),
                            row.big("waiting"),
                            Objects.requireNonNull(row.time("oldest")),
                            row.timeOrNull("untried"));
                })
                .list();
    }

    /** Forgets what waits for a point unsent; returns how many. */
    public int drop(String tenant, PointName point) {
        return sql.update("outgoing-drop")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .execute();
    }

    /** How many wait for a point. */
    public long count(PointName point) {
        return sql.query("outgoing-count")
                .bind("point", point.value())
                .mapTo(Long.class)
                .one();
    }
}
