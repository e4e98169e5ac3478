package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.List;

/** Mail that did not leave and needs somebody: what was told of it, each time that it came to be so. */
public final class NoticeTable {
    private final Sql sql;
    private final Tx tx;

    NoticeTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /**
     * Mail that failed or became uncertain, and of which nobody was told.
     *
     * @param isReport whether it is a mail to an owner about such mail
     */
    public record Fresh(DispatchRow dispatch, boolean isReport) {}

    public List<Fresh> fresh(int limit) {
        return sql.query("notice-fresh")
                .bind("limit", limit)
                .map((row, context) -> new Fresh(DispatchColumns.read(row, context), row.getBoolean("is_report")))
                .list();
    }

    /** @param toMail whether the owner is still to be told */
    public void insert(DispatchRow dispatch, boolean toMail) {
        delete(dispatch.tenant(), dispatch.id());
        sql.update("notice-insert")
                .bind("tenant", dispatch.tenant())
                .bind("id", dispatch.id().value())
                .bind("account", dispatch.account().value())
                .bind("state", dispatch.state().word())
                .bind("since", Sql.time(dispatch.changedAt()))
                .bind("mailedAt", Sql.time(toMail ? null : Instant.EPOCH))
                .execute();
    }

    private void delete(String tenant, InteractionId id) {
        sql.update("notice-delete")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .execute();
    }

    /** The accounts whose owners are to be told of something, and had no report since a moment. */
    public List<AccountName> accounts(Instant before) {
        return sql.query("notice-accounts")
                .bind("before", Sql.time(before))
                .map((row, context) -> AccountName.of(row.getString("account")))
                .list();
    }

    /** What an owner is to be told of and is still so, oldest first. */
    public List<DispatchRow> unmailed(AccountName account, int limit) {
        return sql.query("notice-unmailed")
                .bind("account", account.value())
                .bind("limit", limit)
                .map(DispatchColumns::read)
                .list();
    }

    /**
     * The owner is told of it by a report.
     *
     * @return false where somebody else told it meanwhile
     */
    public boolean mailed(DispatchRow dispatch) {
        return sql.update("notice-mailed")
                        .bind("tenant", dispatch.tenant())
                        .bind("id", dispatch.id().value())
                        .bind("now", Sql.time(tx.now()))
                        .execute()
                == 1;
    }

    /** A report to an account's owner was written: the next one waits, and of itself none is written. */
    public void reported(AccountName account, String tenant, InteractionId report) {
        sql.update("notice-report")
                .bind("tenant", tenant)
                .bind("id", report.value())
                .bind("account", account.value())
                .bind("now", Sql.time(tx.now()))
                .execute();
    }

    /** Nobody is to be told of what is not so any more. */
    public void mended() {
        sql.update("notice-mended").bind("never", Sql.time(Instant.EPOCH)).execute();
    }

    /** Nobody reads what there is to tell of an account. */
    public void dismiss(AccountName account) {
        sql.update("notice-dismiss")
                .bind("account", account.value())
                .bind("never", Sql.time(Instant.EPOCH))
                .execute();
    }
}
