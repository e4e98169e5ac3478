package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.view.ViewBook;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The durable store: everything is written through its commit groups and read in short transactions. */
public final class Store implements AutoCloseable {
    private static final String ON_LOOP = "an event loop must not wait for the database";

    private final Database database;
    private final GroupCommit groups;
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<Consumer<QueueName>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Tx.Counted>> counters = new CopyOnWriteArrayList<>();
    private final List<Consumer<PointName>> senders = new CopyOnWriteArrayList<>();

    private Store(Database database, GroupCommit.Bounds bounds, WaitingRoom.Patience patience) {
        this.database = database;
        this.groups = new GroupCommit(database, bounds, patience, this::wake);
    }

    public static Store on(Database database) {
        return new Store(database, GroupCommit.Bounds.DEFAULT, WaitingRoom.Patience.DEFAULT);
    }

    /** A store whose commit groups have at most so many units and write at most so many bytes. */
    public static Store on(Database database, int items, long bytes) {
        return new Store(database, new GroupCommit.Bounds(items, bytes), WaitingRoom.Patience.DEFAULT);
    }

    static Store on(Database database, WaitingRoom.Patience patience) {
        return new Store(database, GroupCommit.Bounds.DEFAULT, patience);
    }

    /**
     * Applies a unit in the next commit group.
     *
     * @return completes after the durable commit, exceptionally with {@link StoreException.Unavailable} when the database
     *     is away, busy with the same rows or does not get on for half a minute, with the unit's own exception when it
     *     failed; then nothing of it is written. After two minutes without an answer of the database it is not known
     *     whether it was; the message says so
     */
    public <T> CompletableFuture<T> write(Unit<T> unit) {
        return groups.submit(unit);
    }

    /** Whether so much waits for a commit that {@link #write} may block, ten seconds at most. */
    public boolean isCrowded() {
        return groups.isCrowded();
    }

    /** As {@link #write}, waiting for the commit. */
    public <T> T writeNow(Unit<T> unit) {
        assert mayBlock() : ON_LOOP;
        try {
            return write(unit).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException.Unavailable("interrupted while waiting for a commit", interrupted);
        } catch (ExecutionException failed) {
            throw rethrowable(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** Reads; each statement sees what is committed when it begins. */
    public <T> T read(Function<Tx, T> reader) {
        assert mayBlock() : ON_LOOP;
        try (Handle handle = database.jdbi().open()) {
            // a statement alone needs no begin and no rollback, each of which is a round trip
            handle.getConnection().setAutoCommit(true);
            return reader.apply(Tx.reading(handle, database));
        } catch (java.sql.SQLException | RuntimeException failure) {
            throw rethrowable(failure);
        }
    }

    /**
     * A transaction of its own, committed at once: for claims, which must not wait behind a group.
     *
     * @throws StoreException.Unavailable when the database is away
     * @throws KeyTaken when another transaction took a key meanwhile; nothing is written
     */
    public <T> T transact(Function<Tx, T> work) {
        assert mayBlock() : ON_LOOP;
        try (Handle handle = database.jdbi().open()) {
            Tx tx = Tx.on(handle, database);
            T result = work.apply(tx);
            if (tx.isWritten()) {
                tx.send();
                handle.getConnection().commit();
                if (database.dialect() == Dialect.H2) {
                    Checkpoint.sync(handle.getConnection());
                }
                wake(tx.wakes());
            } else {
                handle.getConnection().rollback();
            }
            return result;
        } catch (java.sql.SQLException | RuntimeException failure) {
            throw Failures.isKeyTaken(failure) ? new KeyTaken(failure) : rethrowable(failure);
        }
    }

    /** Notes that a delivery will not come again; {@link #writeAcknowledged} writes it. */
    public void acknowledged(DeliveryTable.Name delivery) {
        acknowledged.note(delivery);
    }

    /** Writes which deliveries were acknowledged since; to be called every second or so. */
    public void writeAcknowledged() {
        acknowledged.write(this);
    }

    /** The raw bytes of an interaction as they came, read chunk by chunk; empty too where only the rewritten are kept. */
    public Optional<StoredRaw> received(String tenant, InteractionId id) {
        return read(tx -> tx.raw().facts(tenant, id))
                .map(facts -> new StoredRaw(facts, chunk -> read(tx -> tx.raw().chunk(tenant, id, chunk))));
    }

    /** What transformers made: the whole mail under {@link MadeTable#MAIL}, attachments from 1, the HTML under {@link MadeTable#HTML}. */
    public Optional<StoredRaw> made(String tenant, InteractionId id, int number) {
        return read(tx -> tx.made().facts(tenant, id, number))
                .map(facts -> new StoredRaw(facts, chunk -> read(tx -> tx.made().chunk(tenant, id, number, chunk))));
    }

    /** The raw bytes as they came, else what transformers made of them. */
    public Optional<StoredRaw> raw(String tenant, InteractionId id) {
        return received(tenant, id).or(() -> made(tenant, id, MadeTable.MAIL));
    }

    /** Lets the views of the queues follow the files that are live; until then there are none. */
    public void views(Supplier<ViewBook> live) {
        database.views(live);
    }

    /** Lets whose the queues are follow the files that are live. */
    public void tenants(QueueTenants live) {
        database.tenants(live);
    }

    /** Calls back after every commit that made work due in a queue. */
    public void onWork(Consumer<QueueName> listener) {
        listeners.add(listener);
    }

    /**
     * Calls back when events got positions, whichever node gave them, at most a quarter of a second later; the listener
     * must not block.
     */
    public void onEvents(Runnable listener) {
        followers.add(listener);
    }

    /** Says that there are events to follow. */
    void tellFollowers() {
        followers.forEach(Runnable::run);
    }

    /** Calls back after every commit that left something to be sent to a capture point. */
    public void onOutgoing(Consumer<PointName> sender) {
        senders.add(sender);
    }

    /** Calls back after the commit of each placement in a queue and of each lease that ran out; the listener must not block. */
    public void onCounted(Consumer<Tx.Counted> counter) {
        counters.add(counter);
    }

    public Database database() {
        return database;
    }

    private static RuntimeException rethrowable(Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        if (Failures.isUnavailable(failure) || Failures.isContended(failure)) {
            return Failures.away(failure);
        }
        if (Failures.isBadData(failure)) {
            return new StoreException.BadData("the database refuses a value: " + OneLine.rootCause(failure), failure);
        }
        return failure instanceof RuntimeException runtime ? runtime : new CompletionException(failure);
    }

    /** Asked where assertions are on, as in tests: an event loop that waits for the database holds up all its clients. */
    private static boolean mayBlock() {
        return !Thread.currentThread().getName().startsWith("vert.x-eventloop");
    }

    private void wake(Tx.Wakes wakes) {
        wakes.queues().forEach(queue -> listeners.forEach(listener -> listener.accept(queue)));
        wakes.points().forEach(point -> senders.forEach(sender -> sender.accept(point)));
        wakes.counted().forEach(one -> counters.forEach(counter -> counter.accept(one)));
    }

    @Override
    public void close() {
        groups.close();
        database.close();
    }
}
