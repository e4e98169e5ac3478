package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Contact;
import dev.serai.interaction.InteractionId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people that interactions are with, one per address and tenant. */
public final class ContactTable {
    private final Sql sql;

    ContactTable(Sql sql) {
        this.sql = sql;
    }

    public Optional<Contact> byAddress(String tenant, String address) {
        return sql.query("contact-by-address")
                .bind("tenant", tenant)
                .bind("address", normal(address))
                .map((row, context) -> new Contact(
                        InteractionId.of(row.getString("id")), row.getString("name"), row.getString("address")))
                .findOne();
    }

    /** The contact of an address, made when it is new. */
    public Contact obtain(String tenant, @Nullable String name, String address) {
        Optional<Contact> known = byAddress(tenant, address);
        if (known.isPresent()) {
            return known.get();
        }
        sql.update("contact-insert")
                .bind("tenant", tenant)
                .bind("id", InteractionId.next(Clock.systemUTC()).value())
                .bind("name", name == null ? null : clip(CleanText.of(name), 255))
                .bind("address", normal(address))
                .execute();
        return byAddress(tenant, address).orElseThrow();
    }

    private static String normal(String address) {
        return clip(CleanText.of(address).toLowerCase(Locale.ROOT), 320);
    }

    private static String clip(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
