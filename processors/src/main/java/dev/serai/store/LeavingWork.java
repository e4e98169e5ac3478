package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Work that leaves by an account: which accounts have any due, and what of one is to be claimed or is over. */
public final class LeavingWork {
    private final Sql sql;
    private final Tx tx;

    LeavingWork(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /** Due work of the dispatch queue that leaves by an account, in its order, locked, skipping what others have locked. */
    public List<WorkRow> claimableOf(QueueName queue, AccountName account, int limit) {
        return sql.query("work-claimable-of-account")
                .bind("queue", queue.value())
                .bind("account", account.value())
                .bind("now", Sql.time(tx.now()))
                .bind("limit", limit)
                .map(WorkColumns::read)
                .list();
    }

    /** Those of some accounts that something due in a queue leaves by; one look at an index for each. */
    public List<AccountName> due(QueueName queue, Collection<AccountName> accounts) {
        return sql.query("work-due-accounts")
                .bind("queue", queue.value())
                .bindArray(
                        "accounts",
                        String.class,
                        accounts.stream().map(AccountName::value).toList())
                .bind("now", Sql.time(tx.now()))
                .mapTo(String.class)
                .map(AccountName::of)
                .list();
    }

    /** Due work of a queue whose outbound mail leaves by an account and was never tried, locked. */
    public List<WorkRow> untried(QueueName queue, AccountName account, int limit) {
        return sql.query("work-untried-of-account")
                .bind("queue", queue.value())
                .bind("account", account.value())
                .bind("now", Sql.time(tx.now()))
                .bind("limit", limit)
                .map(WorkColumns::read)
                .list();
    }

    /** As {@link #untried}, first tried at a time or before, and not sent. */
    public List<WorkRow> triedBefore(QueueName queue, AccountName account, Instant latest, int limit) {
        return sql.query("work-tried-before-of-account")
                .bind("queue", queue.value())
                .bind("account", account.value())
                .bind("now", Sql.time(tx.now()))
                .bind("latest", Sql.time(latest))
                .bind("limit", limit)
                .map(WorkColumns::read)
                .list();
    }
}
