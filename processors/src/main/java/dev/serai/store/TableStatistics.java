package dev.serai.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has PostgreSQL count a table again when much of it changed. Its own rounds come once a minute; until then the first
 * drain of a mailbox would run on plans made for empty tables, in which the wrong index looks as good as the right one.
 */
public final class TableStatistics {
    private static final Logger LOG = LoggerFactory.getLogger(TableStatistics.class);

    private final Database database;

    public TableStatistics(Store store) {
        this.database = store.database();
    }

    /** One pass; returns how many tables were counted. Safe on every node at once; H2 does it by itself. */
    public int pass() {
        if (database.dialect() != Dialect.POSTGRESQL) {
            return 0;
        }
        try (Handle handle = database.jdbi().open()) {
            handle.getConnection().setAutoCommit(true);
            List<String> outgrown = handle.createQuery(
                            database.queries().named("tables-outgrown").text())
                    .mapTo(String.class)
                    .list();
            handle.getConnection().setAutoCommit(false);
            outgrown.forEach(table -> count(handle, table));
            return outgrown.size();
        } catch (java.sql.SQLException | RuntimeException failure) {
            LOG.debug("tables not counted, the database does it later reason={}", OneLine.rootCause(failure));
            return 0;
        }
    }

    /** A coarse count is good enough for a plan, at a tenth of the price; the database's own rounds make it fine. */
    private static void count(Handle handle, String table) {
        handle.execute("set local default_statistics_target = 10");
        handle.execute("analyze " + table);
        handle.commit();
    }
}
