package dev.serai.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Writes whose outcome nobody asks for, kept back so that those of many units go to the database together. Inserts go
 * first: a row is only ever changed after it was born. Of two statements that change the same table the first is sent
 * before the second begins to wait.
 */
final class Pending {
    /** What waits is in memory. */
    private static final int MOST_ROWS = 1000;

    private final Handle handle;
    private final Map<Queries.Statement, Batch> batches = new LinkedHashMap<>();

    Pending(Handle handle) {
        this.handle = handle;
    }

    /** Where to bind one row and add it. */
    Batch later(Queries.Statement statement) {
        Batch open = batches.get(statement);
        if (open != null && open.size() < MOST_ROWS) {
            return open;
        }
        if (open != null) {
            before(statement);
        } else if (!statement.inserts()) {
            send(waiting -> !waiting.inserts() && waiting.meets(statement));
        }
        Batch fresh = new Batch(statement.jdbc(), handle.getConnection());
        batches.put(statement, fresh);
        return fresh;
    }

    /** Sends what a statement that runs now could see. */
    void before(Queries.Statement statement) {
        if (!batches.isEmpty()) {
            send(waiting -> waiting.meets(statement));
        }
    }

    void sendAll() {
        send(waiting -> true);
    }

    private void send(Predicate<Queries.Statement> which) {
        List<Queries.Statement> chosen =
                new ArrayList<>(batches.keySet().stream().filter(which).toList());
        chosen.sort((one, other) -> Boolean.compare(other.inserts(), one.inserts()));
        for (Queries.Statement statement : chosen) {
            int[] unused = Objects.requireNonNull(batches.remove(statement)).send();
        }
    }
}
