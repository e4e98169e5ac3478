package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.List;

/** Contacts that became part of others. */
public final class MergeTable {
    private final Sql sql;
    private final Ahead ahead;
    private final Tx tx;

    MergeTable(Sql sql, Ahead ahead, Tx tx) {
        this.sql = sql;
        this.ahead = ahead;
        this.tx = tx;
    }

    /** A contact that became part of another one. */
    public record Merge(String tenant, InteractionId into, InteractionId gone) {}

    /**
     * Makes two contacts one: addresses and interactions of the second become the first's, and the second is gone. What
     * others write of it in the same moment is left to {@link #follow}.
     */
    public void insert(String tenant, InteractionId into, InteractionId gone) {
        for (String statement : List.of("contact-addresses-move", "contact-interactions-move", "work-contact-move")) {
            sql.update(statement)
                    .bind("tenant", tenant)
                    .bind("to", into.value())
                    .bind("from", gone.value())
                    .execute();
        }
        sql.update("contact-merge-insert")
                .bind("tenant", tenant)
                .bind("gone", gone.value())
                .bind("into", into.value())
                .bind("now", Sql.time(tx.now()))
                .execute();
        sql.update("contact-delete")
                .bind("tenant", tenant)
                .bind("id", gone.value())
                .execute();
        ahead.contacts().forgetAll();
        ahead.versions().forgetAll();
        tx.lookout().forgetAll();
    }

    /** Merges of a time, oldest first. */
    public List<Merge> of(ThreadTable.Span span) {
        return sql.query("contact-merges")
                .bind("after", Sql.time(span.after()))
                .bind("until", Sql.time(span.until()))
                .map((row, context) -> new Merge(
                        row.getString("tenant"),
                        InteractionId.of(row.getString("into_id")),
                        InteractionId.of(row.getString("gone_id"))))
                .list();
    }

    /** Gives what is still with the one that is gone to the other; returns how many interactions that were. */
    public int follow(Merge merge) {
        int followed = sql.update("contact-interactions-move")
                .bind("tenant", merge.tenant())
                .bind("to", merge.into().value())
                .bind("from", merge.gone().value())
                .execute();
        sql.update("work-contact-move")
                .bind("tenant", merge.tenant())
                .bind("to", merge.into().value())
                .bind("from", merge.gone().value())
                .execute();
        ahead.versions().forgetAll();
        tx.lookout().forgetAll();
        return followed;
    }

    /** Merges before a time are settled; returns how many rows went. */
    public int purge(Instant before) {
        return sql.update("contact-merge-purge")
                .bind("before", Sql.time(before))
                .execute();
    }
}
