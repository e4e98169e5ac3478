package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.TenantName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Whose what is: the tenants that have rows, what they have, and whose a thing is that only its id is known of. */
public final class TenantTable {
    /** Whose is what belongs to no tenant: keys of the hub, events about shared queues. No tenant can be called so. */
    public static final String HUB = "*";

    /** Asks statements for the rows of all tenants. */
    public static final String ALL = HUB;

    private final Sql sql;

    TenantTable(Sql sql) {
        this.sql = sql;
    }

    /** How an owner is written; empty = {@link #HUB}. */
    public static String text(Optional<TenantName> owner) {
        return owner.map(TenantName::value).orElse(HUB);
    }

    /** Empty for {@link #HUB}. */
    public static Optional<TenantName> named(String text) {
        return text.equals(HUB) ? Optional.empty() : Optional.of(TenantName.of(text));
    }

    /** All that ever had an interaction which is still kept; one look at an index for each. */
    public List<String> known() {
        List<String> all = new ArrayList<>();
        Optional<String> next = after("");
        while (next.isPresent()) {
            all.add(next.get());
            next = after(next.get());
        }
        return all;
    }

    private Optional<String> after(String tenant) {
        return sql.query("tenant-next")
                .bind("after", tenant)
                .mapTo(String.class)
                .findOne();
    }

    /** Whose an interaction is; empty when none of these has it. */
    public Optional<String> ofInteraction(InteractionId id, Collection<String> tenants) {
        return of("tenant-of-interaction", id, tenants);
    }

    /** Whose a contact is; empty when none of these has it. */
    public Optional<String> ofContact(InteractionId id, Collection<String> tenants) {
        return of("tenant-of-contact", id, tenants);
    }

    private Optional<String> of(String statement, InteractionId id, Collection<String> tenants) {
        return sql.query(statement)
                .bind("id", id.value())
                .bindArray("tenants", String.class, List.copyOf(tenants))
                .mapTo(String.class)
                .findFirst();
    }

    /**
     * What lives of a tenant.
     *
     * @param oldest since when the oldest waits that is queued; null when none is
     */
    public record Figures(
            String tenant,
            long live,
            long queued,
            long quarantined,
            @Nullable Instant oldest) {}

    /** Of each that has anything alive. */
    public List<Figures> figures() {
        return sql.query("tenant-figures").map(TenantTable::read).list();
    }

    private static Figures read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new Figures(
                row.text("tenant"),
                row.big("live"),
                row.big("queued"),
                row.big("quarantined"),
                row.timeOrNull("oldest"));
    }
}
