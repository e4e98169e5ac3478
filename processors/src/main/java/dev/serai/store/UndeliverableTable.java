package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The addresses that mail of ours did not reach. */
public final class UndeliverableTable {
    private static final int LONGEST_STATUS = 32;
    private static final int LONGEST_WORDS = 500;

    private final Sql sql;
    private final Ahead ahead;

    UndeliverableTable(Sql sql, Ahead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    /** What is known of an address; empty when nothing speaks against it. */
    public Optional<Undeliverable> load(String tenant, String address) {
        String key = ContactTable.normal(address);
        return ahead.undeliverable()
                .get(
                        () -> byAddresses(List.of(tenant), List.of(key)).stream()
                                .map(Map.Entry::getValue)
                                .findFirst(),
                        key,
                        tenant);
    }

    /** Of these addresses the ones that something speaks against. */
    public List<Undeliverable> among(String tenant, List<String> addresses) {
        return byAddresses(
                        List.of(tenant),
                        addresses.stream().map(ContactTable::normal).distinct().toList())
                .stream()
                .map(Map.Entry::getValue)
                .toList();
    }

    List<Map.Entry<String, Undeliverable>> byAddresses(List<String> tenant, List<String> addresses) {
        return sql.query("undeliverable-by-addresses")
                .bind("tenant", tenant.get(0))
                .bindArray("addresses", String.class, addresses)
                .map(UndeliverableTable::read)
                .map(row -> Map.entry(row.address(), row))
                .list();
    }

    /** Those of a contact's addresses that something speaks against. */
    public List<Undeliverable> ofContact(String tenant, InteractionId contact) {
        return sql.query("undeliverable-of-contact")
                .bind("tenant", tenant)
                .bind("contact", contact.value())
                .map(UndeliverableTable::read)
                .list();
    }

    /** Adds what one more report says of an address; yields what is known of it now. */
    public Undeliverable add(String tenant, Undeliverable next) {
        Optional<Undeliverable> before = load(tenant, next.address());
        Undeliverable now = before.map(known -> known.then(next)).orElse(next);
        bound(sql.update(before.isEmpty() ? "undeliverable-insert" : "undeliverable-update"), tenant, now)
                .execute();
        ahead.undeliverable().learn(now, now.address(), tenant);
        return now;
    }

    /** Nothing speaks against an address any more; true when something did. */
    public boolean clear(String tenant, String address) {
        if (load(tenant, address).isEmpty()) {
            return false;
        }
        String key = ContactTable.normal(address);
        ahead.undeliverable().forget(key, tenant);
        return sql.update("undeliverable-delete")
                        .bind("tenant", tenant)
                        .bind("address", key)
                        .execute()
                == 1;
    }

    private static Update bound(Update update, String tenant, Undeliverable row) {
        return update.bind("tenant", tenant)
                .bind("address", row.address())
                .bind("hard", row.hard())
                .bind("since", Sql.time(row.since()))
                .bind("latest", Sql.time(row.latest()))
                .bind("status", clip(row.status(), LONGEST_STATUS))
                .bind("words", clip(row.words(), LONGEST_WORDS))
                .bind("answered", row.answered())
                .bind("softs", row.softs())
                .bind("report", row.report().value());
    }

    private static @Nullable String clip(@Nullable String text, int most) {
        return text == null ? null : CleanText.clipped(text, most);
    }

    private static Undeliverable read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new Undeliverable(
                row.text("address"),
                result.getBoolean("hard"),
                row.time("since"),
                row.time("latest"),
                row.textOrNull("status"),
                row.textOrNull("words"),
                result.getBoolean("answered"),
                row.number("softs"),
                row.id("report"));
    }
}
