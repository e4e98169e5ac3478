package dev.serai.store;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** How long the statements of one transaction wait for a lock. */
final class LockTimeout implements AutoCloseable {
    private final Handle handle;
    private final boolean ofSession;

    private LockTimeout(Handle handle, boolean ofSession) {
        this.handle = handle;
        this.ofSession = ofSession;
    }

    static LockTimeout of(Handle handle, Dialect dialect, Duration time) {
        boolean ofSession = dialect == Dialect.H2;
        handle.execute((ofSession ? "set lock_timeout " : "set local lock_timeout = ") + time.toMillis());
        return new LockTimeout(handle, ofSession);
    }

    /** PostgreSQL forgets it with the transaction, H2's session keeps it. */
    @Override
    public void close() {
        if (ofSession) {
            handle.execute("set lock_timeout " + Database.LOCK_TIMEOUT.toMillis());
        }
    }
}
