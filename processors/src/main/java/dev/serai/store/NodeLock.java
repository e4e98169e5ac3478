package dev.serai.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps hubs off a database that they must not share. It is held by a session of PostgreSQL, so that it ends with the
 * process, however that ends; H2 locks its file by itself.
 */
public final class NodeLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLock.class);
    private static final long KEY = 0x5365726169L; // "Serai"
    private static final String PATIENCE = "5s"; // PostgreSQL may need a moment to see that a process died
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Database database;
    private final boolean alone;
    private @Nullable Handle session;

    private NodeLock(Database database, boolean alone) {
        this.database = database;
        this.alone = alone;
    }

    /**
     * Takes the database for this process.
     *
     * @param embeddedBroker whether the node has a broker of its own, and therefore suffers no other node
     * @throws StoreException when another hub is on the database and one of the two suffers no other
     */
    public static NodeLock take(Database database, boolean embeddedBroker) {
        NodeLock lock = new NodeLock(database, embeddedBroker || database.dialect() == Dialect.H2);
        lock.take();
        return lock;
    }

    /** True when no other process works on the database as long as this one holds the lock. */
    public boolean isAlone() {
        return alone;
    }

    /** Takes it again if the database went away meanwhile; to be called now and then. */
    public synchronized void keep() {
        if (session == null || isBroken(session)) {
            close();
            takeAgain();
        }
    }

    private static boolean isBroken(Handle session) {
        try {
            session.execute("select 1");
            session.getConnection().commit();
            return false;
        } catch (RuntimeException | SQLException broken) {
            return true;
        }
    }

    private void takeAgain() {
        try {
            take();
        } catch (StoreException.Unavailable away) {
            LOG.debug("the database is away, the lock on it is taken later");
        } catch (StoreException other) {
            LOG.error("another hub came to the database while it was away reason={}", other.getMessage());
        }
    }

    private synchronized void take() {
        if (database.dialect() == Dialect.H2) {
            return;
        }
        try {
            session = database.jdbi().open();
            session.execute("set local lock_timeout = '" + PATIENCE + "'");
            session.execute("select pg_advisory_lock" + (alone ? "" : "_shared") + "(" + KEY + ")");
            session.getConnection().commit();
        } catch (RuntimeException | SQLException failure) {
            close();
            throw refusal(failure);
        }
    }

    private static StoreException refusal(Exception failure) {
        boolean taken = failure.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
        return taken
                ? new StoreException(
                        "another hub runs on this database, and a hub with an embedded broker shares its database with"
                                + " nobody; stop the other one, or let both use one external broker (serai.broker.url)",
                        failure)
                : new StoreException.Unavailable(
                        "the database cannot be locked: " + OneLine.rootCause(failure), failure);
    }

    /** Ends the session, and the lock with it. */
    @Override
    public synchronized void close() {
        Handle held = session;
        session = null;
        if (held == null) {
            return;
        }
        try (held) {
            held.execute("select pg_advisory_unlock_all()");
            held.getConnection().commit();
        } catch (RuntimeException | SQLException gone) {
            LOG.debug("the lock ended with its connection");
        }
    }
}
