package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/** A work row as columns. */
final class WorkColumns {
    private WorkColumns() {}

    static Batch bound(Batch update, WorkRow row) {
        update.bind("tenant", row.tenant())
                .bind("id", row.id().value())
                .bind("state", row.state().word())
                .bind("eventSeq", row.eventSeq())
                .bind("changedAt", Sql.time(row.changedAt()));
        bind(update, row.place());
        bind(update, row.hands());
        bind(update, row.hold());
        bind(update, row.waiting());
        return update;
    }

    private static void bind(Batch update, Place place) {
        AccountName account = place.account();
        update.bind("queue", place.queue().value())
                .bind("placement", place.placement())
                .bind("priority", place.priority())
                .bind("placedAt", Sql.time(place.placedAt()))
                .bind("movedAt", Sql.time(place.movedAt()))
                .bind("availableAt", Sql.time(place.availableAt()))
                .bind("wished", place.wished())
                .bind("account", account == null ? null : account.value());
    }

    private static void bind(Batch update, Hands hands) {
        update.bind("claim", hands.claim())
                .bind("attempt", hands.attempt())
                .bind("owner", hands.owner())
                .bind("assignedAt", Sql.time(hands.assignedAt()))
                .bind("leaseUntil", Sql.time(hands.leaseUntil()));
    }

    private static void bind(Batch update, Hold hold) {
        update.bind("heldAt", Sql.time(hold.since())).bind("heldUntil", Sql.time(hold.until()));
    }

    private static void bind(Batch update, Wait waiting) {
        Wait.Until until = waiting.until();
        Wait.Woken woken = waiting.woken();
        update.bind("waits", waiting.times())
                .bind("waitUntil", until == null ? null : until.word())
                .bind("wokenAs", woken == null ? null : woken.how().word())
                .bind("wokenBy", woken == null ? null : woken.by().value());
    }

    static WorkRow read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new WorkRow(
                row.text("tenant"),
                row.id("id"),
                State.of(row.text("state")),
                place(row),
                hands(row),
                new Hold(row.timeOrNull("held_at"), row.timeOrNull("held_until")),
                row.waiting(),
                row.number("event_seq"),
                row.time("changed_at"));
    }

    private static Place place(Row row) throws SQLException {
        String account = row.textOrNull("account");
        return new Place(
                QueueName.of(row.text("queue")),
                row.number("placement"),
                row.number("priority"),
                row.time("placed_at"),
                row.time("moved_at"),
                row.time("available_at"),
                row.flag("wished"),
                account == null ? null : AccountName.of(account));
    }

    private static Hands hands(Row row) throws SQLException {
        return new Hands(
                row.big("claim"),
                row.number("attempt"),
                row.textOrNull("owner"),
                row.timeOrNull("assigned_at"),
                row.timeOrNull("lease_until"));
    }
}
