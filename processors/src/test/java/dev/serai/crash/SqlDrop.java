package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.capture.sql.Foreign;
import dev.serai.capture.sql.Shop;
import dev.serai.interaction.Interaction;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Orders that come as rows of a database, some of them wrong, and the books about them. */
final class SqlDrop {
    private static final String NEWS = """

            -- name: notify-queued
            insert into news (delivery_id, interaction_id, external_id, kind)
            values (:deliveryId, :interactionId, :externalId, :kind) on conflict (delivery_id) do nothing
            """;

    private final Foreign database = Foreign.postgres();
    private final Shop shop = new Shop(database);
    private final boolean told;
    private int orders;
    private int wrong;

    /** @param told whether the database is told when a strategy has placed an order */
    SqlDrop(TestInstance instance, boolean told) {
        this.told = told;
        database.execute("create unique index news_once on news (delivery_id)");
        shop.into(instance, "shop");
        instance.file("sql/points/shop.sql", Shop.STATEMENTS + NEWS)
                .file("routes/capture/capture-sql-shop.camel.yaml", """
                        - route:
                            id: capture-sql-shop
                            description: The test's orders
                            from:
                              uri: kamelet:sql-capture-source
                              parameters: {name: shop, queue: %s, pollInterval: 100ms, maxPerPoll: 20, notify: %s}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """.formatted(
                                told ? "inbound" : "general", told ? "queued" : "none"))
                .placing();
    }

    void order(int count) {
        shop.order("batch" + orders, count);
        orders += count;
    }

    void wrong(int count) {
        for (int i = 0; i < count; i++) {
            wrong++;
            database.execute("insert into orders (subject, priority) values ('wrong', 1000)");
        }
    }

    /** How many rows were marked until now. */
    int done() {
        return Integer.parseInt(database.rows("select count(*) from orders where status <> 'new'")
                .get(0));
    }

    /** Each order is one interaction, each row was marked once, each piece of news is there once. */
    void balance(Store store) {
        Site.eventually(() -> {
            assertThat(done()).isEqualTo(orders + wrong);
            assertThat(database.rows("select count(*) from news")).containsExactly(String.valueOf(told ? orders : 0));
            assertThat(store.<List<?>>read(tx -> tx.outgoing().waiting())).isEmpty();
        });
        assertThat(database.rows("select distinct marks from orders")).containsExactly("1");
        assertThat(database.rows("select count(*) from orders where status = 'error'"))
                .containsExactly(String.valueOf(wrong));
        List<Interaction> there = there(store);
        assertThat(there).hasSize(orders);
        assertThat(there.stream().map(one -> one.origin().externalId() + " " + one.id()))
                .containsExactlyInAnyOrderElementsOf(
                        database.rows("select external_id, interaction_id from orders where status = 'done'"));
    }

    private static List<Interaction> there(Store store) {
        List<Interaction> found = new ArrayList<>();
        String last = "g";
        List<Interaction> page = page(store, last);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = page(store, page.get(page.size() - 1).id().value());
        }
        return found;
    }

    private static List<Interaction> page(Store store, String last) {
        InteractionFilter filter = InteractionFilter.all().olderThan(last);
        return store.read(tx -> tx.interactions().find("default", filter.limit(1000)));
    }
}
