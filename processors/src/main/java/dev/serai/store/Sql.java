package dev.serai.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Named statements on one connection. */
final class Sql {
    private final Handle handle;
    private final Queries queries;
    private boolean written;

    Sql(Handle handle, Queries queries) {
        this.handle = handle;
        this.queries = queries;
    }

    Query query(String name) {
        return handle.createQuery(queries.named(name));
    }

    /** A named query with conditions and an order appended. */
    Query query(String name, String tail) {
        return handle.createQuery(queries.named(name) + " " + tail);
    }

    Update update(String name) {
        written = true;
        return handle.createUpdate(queries.named(name));
    }

    /** A statement to be run with many values at once. */
    PreparedBatch batch(String name) {
        written = true;
        return handle.prepareBatch(queries.named(name));
    }

    /** Whether anything was written, or tried. */
    boolean isWritten() {
        return written;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
