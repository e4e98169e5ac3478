package dev.serai.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Named statements on one connection. */
final class Sql {
    private final Handle handle;
    private final Queries queries;
    private final Pending pending;
    private final boolean mayWrite;
    private boolean written;

    Sql(Handle handle, Queries queries, boolean mayWrite) {
        this.handle = handle;
        this.queries = queries;
        this.mayWrite = mayWrite;
        this.pending = new Pending(handle);
    }

    Query query(String name) {
        return query(name, "");
    }

    /** A named query with conditions and an order appended. */
    Query query(String name, String tail) {
        Queries.Statement statement = queries.named(name);
        pending.before(statement);
        return handle.createQuery(tail.isEmpty() ? statement.text() : statement.text() + " " + tail);
    }

    /** A query that was composed of columns, words of SQL and parameters, never of values. */
    Query composed(String text) {
        pending.sendAll();
        return handle.createQuery(text);
    }

    /** A write that runs now and says how many rows it met. */
    Update update(String name) {
        Queries.Statement statement = toWrite(name);
        pending.before(statement);
        return handle.createUpdate(statement.text());
    }

    /** A write of one row that runs now, see {@link Batch#run}. */
    Batch now(String name) {
        Queries.Statement statement = toWrite(name);
        pending.before(statement);
        return new Batch(statement.jdbc(), handle.getConnection());
    }

    /** A write that may wait for others like it; it is sent before anything that could see it, at the latest by {@link #send}. */
    Batch later(String name) {
        return pending.later(toWrite(name));
    }

    /** Sends what waits. */
    void send() {
        pending.sendAll();
    }

    private Queries.Statement toWrite(String name) {
        if (!mayWrite) {
            throw new IllegalStateException("statement '" + name + "' writes in what was begun as a read");
        }
        written = true;
        return queries.named(name);
    }

    /** Whether anything was written, or tried. */
    boolean isWritten() {
        return written;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
