package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Contact;
import dev.serai.interaction.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people that interactions are with. An address belongs to one contact of a tenant; a contact may have several. */
public final class ContactTable {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 320;

    private final Sql sql;
    private final Ahead ahead;
    private final Tx tx;

    ContactTable(Sql sql, Ahead ahead, Tx tx) {
        this.sql = sql;
        this.ahead = ahead;
        this.tx = tx;
    }

    public Optional<Contact> byAddress(String tenant, String address) {
        String key = normal(address);
        return ahead.contacts()
                .get(
                        () -> byAddresses(List.of(tenant), List.of(key)).stream()
                                .map(Map.Entry::getValue)
                                .findFirst(),
                        key,
                        tenant);
    }

    List<Map.Entry<String, Contact>> byAddresses(List<String> tenant, List<String> addresses) {
        return sql.query("contact-by-addresses")
                .bind("tenant", tenant.get(0))
                .bindArray("addresses", String.class, addresses)
                .map((row, context) -> Map.entry(row.getString("of_address"), read(row)))
                .list();
    }

    /** Whether the contact of an address sent so many mails, or more; see {@link Much}. */
    public boolean writesMuch(String tenant, String address, Much much) {
        String key = normal(address);
        List<String> scope = much.scope(tenant);
        return ahead.senders()
                .get(
                        () -> writeMuch(scope, List.of(key)).stream()
                                .map(Map.Entry::getValue)
                                .findFirst(),
                        key,
                        scope.toArray(String[]::new))
                .isPresent();
    }

    List<Map.Entry<String, Instant>> writeMuch(List<String> scope, List<String> addresses) {
        Much much = Much.of(scope);
        return sql
                .query("contact-writes-much")
                .bind("tenant", scope.get(0))
                .bindArray("addresses", String.class, addresses)
                .bind("since", Sql.time(tx.now().minus(much.within())))
                .bind("before", much.mails() - 1)
                .map((row, context) -> Map.entry(
                        row.getString("of_address"), Optional.ofNullable(new Row(row).timeOrNull("received_at"))))
                .list()
                .stream()
                .flatMap(row -> row.getValue().stream().map(at -> Map.entry(row.getKey(), at)))
                .toList();
    }

    public Optional<Contact> load(String tenant, InteractionId id) {
        return sql.query("contact-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** All addresses of a contact, the one that it was met by first at the beginning. */
    public List<String> addresses(String tenant, InteractionId id) {
        return sql.query("contact-addresses")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(String.class)
                .list();
    }

    /**
     * The contact of an address, made when it is new; when another node makes it meanwhile, the group is applied again. The
     * first name that a contact comes with stays its name.
     */
    public Contact obtain(String tenant, @Nullable String name, String address) {
        Optional<Contact> known = byAddress(tenant, address);
        if (known.isPresent()) {
            return named(tenant, known.get(), useful(name, address), address);
        }
        Contact made = new Contact(InteractionId.next(Clock.systemUTC()), useful(name, address), normal(address));
        sql.later("contact-insert")
                .bind("tenant", tenant)
                .bind("id", made.id().value())
                .bind("name", made.name())
                .bind("address", made.address())
                .add();
        add(tenant, made.id(), made.address());
        ahead.contacts().learn(made, made.address(), tenant);
        return made;
    }

    private Contact named(String tenant, Contact known, @Nullable String name, String address) {
        if (name == null || known.name() != null) {
            return known;
        }
        Contact named = new Contact(known.id(), name, known.address());
        sql.later("contact-name")
                .bind("tenant", tenant)
                .bind("id", known.id().value())
                .bind("name", name)
                .add();
        ahead.contacts().learn(named, normal(address), tenant);
        return named;
    }

    /** A display name that says more than the address does. */
    private static @Nullable String useful(@Nullable String name, String address) {
        String clean = name == null ? "" : CleanText.clipped(name, LONGEST_NAME).strip();
        return clean.isEmpty() || clean.equalsIgnoreCase(address.strip()) ? null : clean;
    }

    /** True when there is such a contact, which is locked until the transaction ends. */
    public boolean lock(String tenant, InteractionId id) {
        return sql.query("contact-lock")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Gives a contact one more address, which must be nobody's. */
    public void add(String tenant, InteractionId id, String address) {
        Batch insert = sql.later("contact-address-insert");
        insert.bind("tenant", tenant)
                .bind("address", normal(address))
                .bind("id", id.value())
                .bind("now", Sql.time(tx.now()))
                .add();
        ahead.contacts().forget(normal(address), tenant);
    }

    private static Contact read(ResultSet row) throws SQLException {
        return new Contact(InteractionId.of(row.getString("id")), row.getString("name"), row.getString("address"));
    }

    /** An address as it is stored. */
    static String normal(String address) {
        return CleanText.clipped(address.strip().toLowerCase(Locale.ROOT), LONGEST_ADDRESS);
    }
}
