package dev.serai.store;

import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One open transaction: the tables, and the database's clock at its begin. */
public final class Tx {
    private final Sql sql;
    private final Instant now;
    private final Set<QueueName> woken = new LinkedHashSet<>();

    private Tx(Sql sql) {
        this.sql = sql;
        this.now = sql.query("clock")
                .map((row, context) -> row.getObject(1, OffsetDateTime.class))
                .one()
                .toInstant();
    }

    static Tx on(Handle handle, Queries queries) {
        return new Tx(new Sql(handle, queries));
    }

    /** The database's time when the transaction began. */
    public Instant now() {
        return now;
    }

    public WorkTable work() {
        return new WorkTable(sql, this);
    }

    public InteractionTable interactions() {
        return new InteractionTable(sql);
    }

    public RawTable raw() {
        return new RawTable(sql);
    }

    public LedgerTable ledger() {
        return new LedgerTable(sql);
    }

    public DeliveryTable deliveries() {
        return new DeliveryTable(sql);
    }

    public EventLog events() {
        return new EventLog(sql, now);
    }

    public DispatchTable dispatches() {
        return new DispatchTable(sql);
    }

    public QuarantineTable quarantine() {
        return new QuarantineTable(sql);
    }

    public ContactTable contacts() {
        return new ContactTable(sql);
    }

    public OperateTable operate() {
        return new OperateTable(sql);
    }

    /** Says that work became due in a queue; its feeder is woken after the commit. */
    void wake(QueueName queue) {
        woken.add(queue);
    }

    /** Whether there is anything to commit. */
    boolean isWritten() {
        return sql.isWritten();
    }

    Set<QueueName> woken() {
        return woken;
    }
}
