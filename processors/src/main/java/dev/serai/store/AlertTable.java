package dev.serai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** What is out of order and was told: each alert is raised once and cleared once. */
public final class AlertTable {
    private final Sql sql;
    private final Tx tx;

    AlertTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /**
     * A condition that lasts.
     *
     * @param subject `queue:billing` and its like
     * @param kind which of the subject's conditions, such as depth
     * @param since when it was first seen
     */
    public record Alert(String tenant, String subject, String kind, Instant since, String reason) {
        static Alert read(ResultSet result, StatementContext context) throws SQLException {
            Row row = new Row(result);
            return new Alert(
                    row.text("tenant"), row.text("subject"), row.text("kind"), row.time("since"), row.text("reason"));
        }
    }

    public List<Alert> all() {
        return sql.query("alert-list").map(Alert::read).list();
    }

    /** True when it was not raised yet. */
    public boolean raise(String tenant, String subject, String kind, String reason) {
        return sql.update("alert-insert")
                        .bind("tenant", tenant)
                        .bind("subject", subject)
                        .bind("kind", kind)
                        .bind("since", Sql.time(tx.now()))
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    /** True when it was raised. */
    public boolean clear(String tenant, String subject, String kind) {
        return sql.update("alert-delete")
                        .bind("tenant", tenant)
                        .bind("subject", subject)
                        .bind("kind", kind)
                        .execute()
                == 1;
    }
}
