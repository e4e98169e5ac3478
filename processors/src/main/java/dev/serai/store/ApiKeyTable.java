package dev.serai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The keys that callers have or had. */
public final class ApiKeyTable {
    private final Sql sql;

    ApiKeyTable(Sql sql) {
        this.sql = sql;
    }

    /** False when the name or the digest is taken. */
    public boolean insert(ApiKeyRow key) {
        return sql.update("api-key-insert")
                        .bind("tenant", key.tenant())
                        .bind("name", key.name())
                        .bind("digest", key.digest())
                        .bind("roles", key.roles())
                        .bind("points", key.points())
                        .bind("rate", key.rate())
                        .bind("createdAt", Sql.time(key.createdAt()))
                        .bind("createdBy", key.createdBy())
                        .bind("expiresAt", Sql.time(key.expiresAt()))
                        .execute()
                == 1;
    }

    /** All, also those that were revoked. */
    public List<ApiKeyRow> list() {
        return sql.query("api-key-list").map(ApiKeyTable::read).list();
    }

    /** A name is one key's in all tenants. */
    public Optional<ApiKeyRow> load(String name) {
        return sql.query("api-key-load")
                .bind("name", name)
                .map(ApiKeyTable::read)
                .findOne();
    }

    /** Those with a role that are not revoked: until this transaction ends no other one changes any of them. */
    public List<ApiKeyRow> lock(String tenant, String role) {
        return sql.query("api-key-lock")
                .bind("tenant", tenant)
                .bind("role", "%," + role + ",%")
                .map(ApiKeyTable::read)
                .list();
    }

    /** False when there is no such key that is not revoked. */
    public boolean revoke(String tenant, String name, Instant now) {
        return sql.update("api-key-revoke")
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .bind("now", Sql.time(now))
                        .execute()
                == 1;
    }

    /** Puts another key in its place; false when there is no such key that is not revoked. */
    public boolean rotate(String tenant, String name, String digest) {
        return sql.update("api-key-rotate")
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .bind("digest", digest)
                        .execute()
                == 1;
    }

    public void used(String name, Instant at) {
        sql.later("api-key-used").bind("name", name).bind("at", Sql.time(at)).add();
    }

    private static ApiKeyRow read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new ApiKeyRow(
                row.text("tenant"),
                row.text("name"),
                row.text("digest"),
                row.text("roles"),
                row.text("points"),
                row.textOrNull("rate"),
                row.time("created_at"),
                row.text("created_by"),
                row.timeOrNull("expires_at"),
                row.timeOrNull("used_at"),
                row.timeOrNull("revoked_at"));
    }
}
