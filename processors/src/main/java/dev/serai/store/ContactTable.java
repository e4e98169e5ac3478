package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Contact;
import dev.serai.interaction.InteractionId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people that interactions are with, one per address and tenant. */
public final class ContactTable {
    private final Sql sql;
    private final Ahead ahead;

    ContactTable(Sql sql, Ahead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    public Optional<Contact> byAddress(String tenant, String address) {
        return ahead.contacts().get(() -> load(tenant, address), normal(address), tenant);
    }

    List<Map.Entry<String, Contact>> byAddresses(List<String> tenant, List<String> addresses) {
        return sql.query("contact-by-addresses")
                .bind("tenant", tenant.get(0))
                .bindArray("addresses", String.class, addresses)
                .map((row, context) -> new Contact(
                        InteractionId.of(row.getString("id")), row.getString("name"), row.getString("address")))
                .map(contact -> Map.entry(contact.address(), contact))
                .list();
    }

    private Optional<Contact> load(String tenant, String address) {
        return sql.query("contact-by-address")
                .bind("tenant", tenant)
                .bind("address", normal(address))
                .map((row, context) -> new Contact(
                        InteractionId.of(row.getString("id")), row.getString("name"), row.getString("address")))
                .findOne();
    }

    /** The contact of an address, made when it is new; when another node makes it meanwhile, the group is applied again. */
    public Contact obtain(String tenant, @Nullable String name, String address) {
        Optional<Contact> known = byAddress(tenant, address);
        if (known.isPresent()) {
            return known.get();
        }
        Contact made = new Contact(
                InteractionId.next(Clock.systemUTC()),
                name == null ? null : clip(CleanText.of(name), 255),
                normal(address));
        sql.later("contact-insert")
                .bind("tenant", tenant)
                .bind("id", made.id().value())
                .bind("name", made.name())
                .bind("address", made.address())
                .add();
        ahead.contacts().learn(made, made.address(), tenant);
        return made;
    }

    static String normal(String address) {
        return clip(CleanText.of(address).toLowerCase(Locale.ROOT), 320);
    }

    private static String clip(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
