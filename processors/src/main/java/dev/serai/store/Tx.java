package dev.serai.store;

import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.view.ViewBook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One open transaction: the tables, and the database's clock at its begin. */
public final class Tx {
    private final Sql sql;
    private final Ahead ahead = new Ahead();
    private final Lookout lookout;
    private final QueueTenants tenants;
    private @Nullable Instant now;
    private @Nullable String inTheNameOf;
    private final Set<QueueName> woken = new LinkedHashSet<>();
    private final Set<PointName> told = new LinkedHashSet<>();
    private final List<Counted> counted = new ArrayList<>();

    private Tx(Sql sql, ViewBook book, QueueTenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
        this.lookout = new Lookout(book);
    }

    static Tx on(Handle handle, Database database) {
        return new Tx(new Sql(handle, database.queries(), true), database.views(), database.tenants());
    }

    /** One that may only read, and knows no views. */
    static Tx reading(Handle handle, Queries queries) {
        return new Tx(new Sql(handle, queries, false), ViewBook.NONE, QueueTenants.SHARED);
    }

    /** One that may only read. */
    static Tx reading(Handle handle, Database database) {
        return new Tx(new Sql(handle, database.queries(), false), database.views(), database.tenants());
    }

    /** The database's time when the transaction began, the same whenever it is asked for. */
    public Instant now() {
        Instant known = now;
        if (known == null) {
            known = sql.query("clock")
                    .map((row, context) -> row.getObject(1, OffsetDateTime.class))
                    .one()
                    .toInstant();
            now = known;
        }
        return known;
    }

    public WorkTable work() {
        return new WorkTable(sql, this);
    }

    public LeavingWork leavingWork() {
        return new LeavingWork(sql, this);
    }

    public QueueOverview queueOverview() {
        return new QueueOverview(sql, this);
    }

    public ViewTable views() {
        return new ViewTable(sql, this);
    }

    public InteractionTable interactions() {
        return new InteractionTable(sql, this);
    }

    public RawTable raw() {
        return new RawTable(sql);
    }

    public MadeTable made() {
        return new MadeTable(sql);
    }

    public LedgerTable ledger() {
        return new LedgerTable(sql, ahead.kin());
    }

    KinTable kin() {
        return new KinTable(sql, ahead.kin());
    }

    public PointTable points() {
        return new PointTable(sql);
    }

    public DeliveryTable deliveries() {
        return new DeliveryTable(sql, ahead);
    }

    public EventLog events() {
        return new EventLog(sql, this);
    }

    public EventStream stream() {
        return new EventStream(sql);
    }

    public KafkaPositionTable kafkaPositions() {
        return new KafkaPositionTable(sql, this);
    }

    public FollowerTable followers() {
        return new FollowerTable(sql, this);
    }

    public DispatchTable dispatches() {
        return new DispatchTable(sql, ahead);
    }

    public DispatchOverview dispatchOverview() {
        return new DispatchOverview(sql);
    }

    public OutboundTable outbound() {
        return new OutboundTable(sql, this);
    }

    public QuarantineTable quarantine() {
        return new QuarantineTable(sql);
    }

    public ContactTable contacts() {
        return new ContactTable(sql, ahead, this);
    }

    public UndeliverableTable undeliverable() {
        return new UndeliverableTable(sql, ahead);
    }

    public NoticeTable notices() {
        return new NoticeTable(sql, this);
    }

    public MergeTable merges() {
        return new MergeTable(sql, ahead, this);
    }

    public ThreadTable threads() {
        return new ThreadTable(sql, ahead);
    }

    public AnswerTable answers() {
        return new AnswerTable(sql, this, ahead);
    }

    public WaitingTable waiting() {
        return new WaitingTable(sql, ahead);
    }

    public GenerationTable generations() {
        return new GenerationTable(sql);
    }

    public EscalationTable escalations() {
        return new EscalationTable(sql);
    }

    public AlertTable alerts() {
        return new AlertTable(sql, this);
    }

    public TenantTable owners() {
        return new TenantTable(sql);
    }

    public ApiKeyTable apiKeys() {
        return new ApiKeyTable(sql);
    }

    public OperateTable operate() {
        return new OperateTable(sql);
    }

    public OutgoingTable outgoing() {
        return new OutgoingTable(sql, this);
    }

    /** Does something in somebody's name: all that is told of it names that actor. */
    public <T> T as(String actor, Function<Tx, T> work) {
        String before = inTheNameOf;
        inTheNameOf = actor;
        try {
            return work.apply(this);
        } finally {
            inTheNameOf = before;
        }
    }

    /** Who is named as the actor of an event that names one. */
    String actorOr(String named) {
        return inTheNameOf == null ? named : inTheNameOf;
    }

    /** Says that work became due in a queue; its feeder is woken after the commit. */
    void wake(QueueName queue) {
        woken.add(queue);
    }

    /** Says that something is to be sent to a point; who sends for it is woken after the commit. */
    void tell(PointName point) {
        told.add(point);
    }

    /** Says that something happened in a queue; it is counted after the commit. */
    void count(String eventType, String queue) {
        counted.add(new Counted(eventType, queue));
    }

    /** Reads in a few statements what these units will ask for one by one. */
    void readAhead(List<Unit<?>> units) {
        units.forEach(unit -> unit.announce(ahead));
        ahead.read(this);
    }

    /** Whose interactions may wait in which queue. */
    public QueueTenants tenants() {
        return tenants;
    }

    /** What the views of queues are to see. */
    Lookout lookout() {
        return lookout;
    }

    Ahead ahead() {
        return ahead;
    }

    /** Sends the writes that wait for others like them; to be called before the commit. */
    void send() {
        sql.send();
    }

    /** Whether there is anything to commit. */
    boolean isWritten() {
        return sql.isWritten();
    }

    /** Whom this transaction, once it is committed, gives something to do. */
    Wakes wakes() {
        return new Wakes(Set.copyOf(woken), Set.copyOf(told), List.copyOf(counted));
    }

    /**
     * What became due.
     *
     * @param queues in which work became due
     * @param points for which something is to be sent
     * @param counted what happened in queues
     */
    record Wakes(Set<QueueName> queues, Set<PointName> points, List<Counted> counted) {}

    /** An event in a queue that meters count. */
    public record Counted(String eventType, String queue) {}
}
