package dev.serai.store;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.view.CompiledView;
import dev.serai.view.Looked;
import dev.serai.view.QueueViews;
import dev.serai.view.ViewBook;
import dev.serai.view.ViewOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Queues as their views see them: what of the work is in a view, and what its rows show. */
public final class ViewTable {
    private final Sql sql;
    private final Tx tx;

    ViewTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /** The views of all queues, as the files that are live say. */
    public ViewBook book() {
        return tx.lookout().book();
    }

    /**
     * Due work of a view in its order, locked, skipping what others have locked. What is another tenant's than the queue is
     * put aside.
     */
    public List<WorkRow> claimable(QueueName queue, CompiledView view, String tenant, int limit) {
        if (view.isPlain()) {
            return tx.work().claimable(queue, tenant.equals(TenantTable.ALL) ? null : tenant, limit);
        }
        return new Strangers(tx)
                .without(() -> of(view, view.claim(), queue, tenant)
                        .bind("now", Sql.time(tx.now()))
                        .bind("limit", limit)
                        .map(WorkColumns::read)
                        .list());
    }

    /** How many wait in a view. */
    public long depth(QueueName queue, CompiledView view, String tenant) {
        return of(view, view.depth(), queue, tenant).mapTo(Long.class).one();
    }

    /** How many of a queue, waiting, held or with a client, were received before a time. */
    public long overdue(QueueName queue, Instant cutoff) {
        return overdue(TenantTable.ALL, queue, cutoff);
    }

    /** The same of a tenant, or of all. */
    public long overdue(String tenant, QueueName queue, Instant cutoff) {
        return sql.query("work-overdue")
                .bind("tenant", tenant)
                .bind("queue", queue.value())
                .bind("cutoff", Sql.time(cutoff))
                .mapTo(Long.class)
                .one();
    }

    private Query of(CompiledView view, String text, QueueName queue, String tenant) {
        Query query = sql.composed(text).bind("queue", queue.value()).bind("tenant", tenant);
        view.values().forEach(query::bind);
        return query;
    }

    /** The live rows of a view in its order, behind the place at which an earlier page ended; none = from the start. */
    public List<Listed> inQueue(String tenant, QueueName queue, CompiledView view, List<Object> after, int limit) {
        List<ViewOrder.Key> keys = view.order().keys();
        Query query = of(view, view.page(!after.isEmpty()), queue, tenant).bind("limit", limit);
        for (int i = 0; i < after.size(); i++) {
            query.bind("k" + i, after.get(i) instanceof Instant time ? Sql.time(time) : after.get(i));
        }
        return query.map((row, context) -> new Listed(WorkColumns.read(row, context), place(keys, row)))
                .list();
    }

    /**
     * A row of a view.
     *
     * @param place where it stands in the view's order: a number, time or text for each key
     */
    public record Listed(WorkRow row, List<Object> place) {}

    private static List<Object> place(List<ViewOrder.Key> keys, ResultSet result) throws SQLException {
        Row row = new Row(result);
        List<Object> place = new ArrayList<>();
        for (ViewOrder.Key key : keys) {
            if (key.isTime()) {
                place.add(row.time(key.column()));
            } else {
                place.add(key.column().equals("priority") ? row.number("priority") : row.text(key.column()));
            }
        }
        return place;
    }

    /** Shows a change of an interaction to the views of the queue that it was in when it was read. */
    void look(Interaction changed) {
        QueueName queue = changed.standing().queue();
        if (queue != null && changed.standing().state() != State.STOPPED) {
            tx.lookout()
                    .views(queue)
                    .ifPresent(views ->
                            look(changed.tenant(), changed.id(), views, ViewColumns.of(Looked.at(changed), views)));
        }
    }

    private void look(String tenant, InteractionId id, QueueViews views, ViewColumns columns) {
        columns.bind(sql.later("work-look"))
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("queue", views.name().value())
                .add();
    }

    /** What views are to see of a row, in the queue that it stands in. */
    ViewColumns columns(WorkRow row) {
        Optional<QueueViews> views = tx.lookout().views(row.queue());
        if (views.isEmpty()) {
            return ViewColumns.NONE;
        }
        return tx.lookout()
                .seen(row.id())
                .or(() -> tx.interactions().load(row.tenant(), row.id()).map(Looked::at))
                .map(looked -> ViewColumns.of(looked, views.get()))
                .orElse(ViewColumns.NONE);
    }

    /** Fills the columns of rows that were written under another plan; returns how many there were. */
    int fill(QueueViews views, int limit) {
        List<WorkRow> unfilled = sql.query("work-unfilled")
                .bind("queue", views.name().value())
                .bind("plan", views.plan())
                .bind("limit", limit)
                .map(WorkColumns::read)
                .list();
        for (WorkRow row : unfilled) {
            tx.interactions()
                    .load(row.tenant(), row.id())
                    .ifPresent(stored -> look(row.tenant(), row.id(), views, ViewColumns.of(Looked.at(stored), views)));
        }
        return unfilled.size();
    }

    /** Shows what is stored of an interaction, after a change that went past {@link InteractionTable#update}. */
    public void refresh(String tenant, InteractionId id) {
        tx.interactions().load(tenant, id).ifPresent(stored -> {
            tx.interactions().saw(stored);
            look(stored);
        });
    }
}
