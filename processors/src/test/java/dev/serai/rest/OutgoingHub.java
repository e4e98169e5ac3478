package dev.serai.rest;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.Cause;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hub with three accounts, whose mail is in whatever state a test wants. */
final class OutgoingHub implements AutoCloseable {
    private final RestHub hub;
    private final Client client;

    private OutgoingHub(RestHub hub) {
        this.hub = hub;
        this.client = new Client(hub);
    }

    static OutgoingHub start(Path folder) throws Exception {
        return start(folder, DatabaseSettings.embedded(folder, RestHub.CHECKOUT.resolve("sql")));
    }

    static OutgoingHub start(Path folder, DatabaseSettings database) throws Exception {
        return new OutgoingHub(RestHub.start(
                folder,
                database,
                Map.of("serai.dispatch.mode", "live"),
                Map.of(
                        "routes/dispatch/dispatch-smtp-support.camel.yaml",
                        account("support", "smtp.example.com"),
                        "routes/dispatch/dispatch-smtp-billing.camel.yaml",
                        account("billing", "mail.example.net"),
                        "routes/dispatch/dispatch-smtp-default.camel.yaml",
                        account("default", "mail.example.org"))));
    }

    private static String account(String name, String host) {
        return """
                - route:
                    id: dispatch-smtp-%1$s
                    description: The account of the test
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: %2$s, from: %1$s@example.com,
                            owner: post@example.com}}
                """.formatted(name, host);
    }

    RestHub hub() {
        return hub;
    }

    Client client() {
        return client;
    }

    /** Mail that was handed over and is so. */
    InteractionId mail(
            String account, DispatchRow.State state, @Nullable String kind, @Nullable String words, String... to) {
        InteractionId id = InteractionId.of(
                client.post("/api/v1/interactions", "{'queue':'unrouted','type':'Outbound','subtype':'OutboundReply'}")
                        .at("/id"));
        hub.store().writeNow(tx -> {
            DispatchRow row = DispatchRow.pending(
                    "default",
                    id,
                    AccountName.of(account),
                    "<" + id + "@example.com>",
                    "",
                    account + "@example.com",
                    List.of(to),
                    tx.now());
            tx.dispatches().insert(row);
            Cause cause = kind == null ? null : new Cause(kind, kind.equals("refused") ? "rcpt" : "login");
            DispatchRow became =
                    state == DispatchRow.State.FAILED ? row.left(Recipient.State.FAILED, words, tx.now()) : row;
            tx.dispatches().update(became.to(state, words, tx.now()).caused(cause));
            place(tx, id, state);
            return id;
        });
        return id;
    }

    private static void place(Tx tx, InteractionId id, DispatchRow.State state) {
        WorkChange change = new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("dispatch"));
        if (state == DispatchRow.State.FAILED) {
            change.quarantine(dev.serai.store.QuarantineTable.Cause.failedMail("refused"));
        } else {
            change.place(dev.serai.files.QueueDefinition.DISPATCH, tx.now().plusSeconds(3600));
        }
    }

    DispatchRow dispatch(InteractionId id) {
        return hub.store().read(tx -> tx.dispatches().load("default", id)).orElseThrow();
    }

    @Override
    public void close() throws java.io.IOException {
        hub.close();
    }
}
