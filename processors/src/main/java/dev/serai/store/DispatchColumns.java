package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.CleanText;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A dispatch row as columns. */
final class DispatchColumns {
    private static final int MOST_WORDS = 1000;

    private DispatchColumns() {}

    static Batch bound(Batch update, DispatchRow row) {
        update.bind("tenant", row.tenant())
                .bind("id", row.id().value())
                .bind("state", row.state().word())
                .bind("recipients", row.recipients().write())
                .bind("changedAt", Sql.time(row.changedAt()));
        bind(update, row.posting());
        bind(update, row.tries());
        return update;
    }

    private static void bind(Batch update, Posting posting) {
        update.bind("account", posting.account().value())
                .bind("headerPrefix", posting.headerPrefix())
                .bind("sender", posting.sender());
    }

    private static void bind(Batch update, Attempts tries) {
        DispatchRow.Cause cause = tries.cause();
        update.bind("attempts", tries.count())
                .bind("nextAt", Sql.time(tries.nextAt()))
                .bind("dataAt", Sql.time(tries.dataAt()))
                .bind("lastError", clip(tries.lastError()))
                .bind("cause", cause == null ? null : cause.kind())
                .bind("step", cause == null ? null : cause.step())
                .bind("triedSince", Sql.time(tries.since()))
                .bind("resent", tries.resent());
    }

    private static @Nullable String clip(@Nullable String text) {
        String clean = text == null ? null : CleanText.of(text);
        return clean == null || clean.length() <= MOST_WORDS ? clean : clean.substring(0, MOST_WORDS);
    }

    static DispatchRow read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new DispatchRow(
                row.text("tenant"),
                row.id("id"),
                posting(row),
                DispatchRow.State.of(row.text("state")),
                Recipients.read(row.text("recipients")),
                attempts(row),
                row.time("created_at"),
                row.time("changed_at"));
    }

    private static Posting posting(Row row) throws SQLException {
        return new Posting(
                AccountName.of(row.text("account")),
                row.text("message_id"),
                row.text("header_prefix"),
                row.text("sender"));
    }

    private static Attempts attempts(Row row) throws SQLException {
        String cause = row.textOrNull("cause");
        return new Attempts(
                row.number("attempts"),
                row.timeOrNull("tried_since"),
                row.timeOrNull("next_at"),
                row.timeOrNull("data_at"),
                row.textOrNull("last_error"),
                cause == null ? null : new DispatchRow.Cause(cause, row.textOrNull("step")),
                row.flag("resent"));
    }
}
