package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.PointName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A ledger entry as a row. */
final class LedgerRow {
    private static final int LONGEST_REASON = 1000;

    private LedgerRow() {}

    static Batch bound(Batch update, LedgerEntry entry, Instant now) {
        return update.bind("tenant", entry.tenant())
                .bind("point", entry.point().value())
                .bind("position", entry.position())
                .bind("result", entry.result().word())
                .bind(
                        "interactionId",
                        entry.interactionId() == null
                                ? null
                                : entry.interactionId().value())
                .bind("rawDigest", entry.rawDigest())
                .bind("contentDigest", entry.contentDigest())
                .bind("messageId", messageId(entry.messageId()))
                .bind("size", entry.size())
                .bind("receivedAt", Sql.time(entry.receivedAt()))
                .bind("attempts", entry.attempts())
                .bind("reason", entry.reason() == null ? null : CleanText.clipped(entry.reason(), LONGEST_REASON))
                .bind("acknowledged", entry.acknowledged())
                .bind("seenAt", Sql.time(now));
    }

    /** A Message-ID as it is stored and looked for. */
    static @Nullable String messageId(@Nullable String messageId) {
        return messageId == null ? null : MessageIdKey.of(messageId);
    }

    static LedgerEntry read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new LedgerEntry(
                row.text("tenant"),
                PointName.of(row.text("point")),
                row.text("position"),
                LedgerEntry.Result.of(row.text("result")),
                row.idOrNull("interaction_id"),
                row.textOrNull("raw_digest"),
                row.textOrNull("content_digest"),
                row.textOrNull("message_id"),
                row.big("size"),
                row.timeOrNull("received_at"),
                row.number("attempts"),
                row.textOrNull("reason"),
                row.flag("acknowledged"));
    }
}
