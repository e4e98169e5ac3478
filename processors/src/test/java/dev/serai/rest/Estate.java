package dev.serai.rest;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.store.DispatchRow;
import dev.serai.store.LedgerEntry;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a tenant has of every sort, by what it is; each value is found nowhere else. */
record Estate(Map<String, String> things) {
    private static final String ROOT = "/api/v1";

    /** What the files have of a tenant. */
    static Map<String, String> files(String tenant) {
        return Map.of(
                "config/tenants/" + tenant + ".yaml",
                "description: The house of " + tenant + "\n",
                "config/queues/" + tenant + "-desk.yaml",
                "description: Desk of " + tenant + "\nstrategy: false\ntenant: " + tenant
                        + "\nviews:\n  default: {order: \"priority desc, placedInQueueAt\"}\n  urgent: {where: \"priority > 50\", order: receivedAt}\n",
                "config/responses/" + tenant + "-hello.en.txt",
                "---\nusage: [suggestion]\nactive: true\napproved: true\ntenant: " + tenant + "\nsubject: Words of "
                        + tenant + "\n---\nHello from " + tenant + "\n",
                "routes/capture/capture-rest-" + tenant + "-crm.camel.yaml",
                """
                - route:
                    id: capture-rest-%1$s-crm
                    description: The CRM of %1$s
                    from:
                      uri: kamelet:rest-capture-source
                      parameters: {name: %1$s-crm, queue: %1$s-desk, tenant: %1$s}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """.formatted(tenant),
                "routes/dispatch/dispatch-smtp-" + tenant + "-out.camel.yaml",
                """
                - route:
                    id: dispatch-smtp-%1$s-out
                    description: The way out of %1$s
                    from:
                      uri: direct:dispatch-smtp-%1$s-out
                      steps:
                        - to:
                            id: send
                            uri: "kamelet:smtp-sink"
                            parameters: {host: 127.0.0.1, from: %1$s-desk@%1$s.example, tenant: %1$s}
                """.formatted(tenant));
    }

    /** The same of somebody who was never there. */
    static Estate never(Estate model) {
        Map<String, String> things = new TreeMap<>(model.things);
        things.replaceAll((what, value) -> switch (what) {
            case "token" -> "bm90aGluZw";
            case "address", "messageId" -> value.replaceAll("[a-z]+", "never");
            default ->
                value.matches("[0-9a-f-]{36}")
                        ? InteractionId.next(Clock.systemUTC()).value()
                        : "never-" + UUID.randomUUID().toString().substring(0, 8);
        });
        return new Estate(things);
    }

    String the(String thing) {
        String value = things.get(thing);
        if (value == null) {
            throw new IllegalArgumentException("an estate has no " + thing);
        }
        return value;
    }

    /** Makes all of it, by REST where that can be. */
    static Estate of(String tenant, Client admin, Store store) {
        return new Builder(tenant, admin, store).build();
    }

    private static final class Builder {
        private final String tenant;
        private final Client admin;
        private final Store store;
        private final Map<String, String> things = new TreeMap<>();

        Builder(String tenant, Client admin, Store store) {
            this.tenant = tenant;
            this.admin = admin;
            this.store = store;
        }

        Estate build() {
            things.put("tenant", tenant);
            things.put("queue", tenant + "-desk");
            things.put("point", tenant + "-crm");
            things.put("account", tenant + "-out");
            things.put("response", tenant + "-hello");
            things.put("key", tenant + "-clerk");
            things.put("externalId", "order-of-" + tenant);
            things.put("address", "jo@" + tenant + ".example");
            things.put("subject", "Secret of " + tenant);
            things.put("messageId", "<mail." + tenant + "@mail." + tenant + ".example>");
            assigned();
            things.put("queued", submitted("'externalId':'" + things.get("externalId") + "'"));
            things.put("shared", submittedTo("general", "'priority':1"));
            for (String end : List.of("hold", "stop")) {
                String id = submitted("'priority':1");
                admin.post(ROOT + "/interactions/" + id + "/" + end, "{'reason':'because of " + tenant + "'}");
                things.put(end.equals("hold") ? "held" : "stopped", id);
            }
            things.put("mail", mail());
            things.put(
                    "contact",
                    admin.get(ROOT + "/interactions/" + things.get("queued")).at("/contact/id"));
            admin.post(ROOT + "/keys", "{'name':'" + things.get("key") + "','roles':['view']}");
            admin.post(
                    ROOT + "/capture-points/" + things.get("point") + "/operations",
                    "[{'operation':'submit','properties':{'Subject':'" + things.get("subject") + "'}}]",
                    "Idempotency-Key",
                    "kept");
            stored();
            return new Estate(things);
        }

        private String submitted(String more) {
            return submittedTo("" + things.get("queue"), more);
        }

        private String submittedTo(String queue, String more) {
            Client.Answer answer = admin.post(
                    ROOT + "/interactions",
                    "{'queue':'" + queue + "','subject':'" + things.get("subject") + "','from':'"
                            + things.get("address") + "'," + more + "}");
            if (answer.status() != 201) {
                throw new AssertionError(answer.text());
            }
            return answer.at("/id");
        }

        private void assigned() {
            submitted("'priority':90");
            Client.Answer pulled = admin.post(
                    ROOT + "/queues/" + things.get("queue") + "/pull", "{'worker':'clerk of " + tenant + "'}");
            things.put("assigned", pulled.at("/items/0/id"));
            things.put("token", pulled.at("/items/0/lease/token"));
        }

        private String mail() {
            String mail = "From: " + things.get("address") + "\r\nSubject: " + things.get("subject")
                    + "\r\nMessage-ID: " + things.get("messageId")
                    + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type:"
                    + " text/html\r\n\r\n<p>Words of " + tenant + "</p>\r\n--b\r\nContent-Type: text/plain\r\n"
                    + "Content-Disposition: attachment; filename=" + tenant + ".txt\r\n\r\nx\r\n--b--\r\n";
            return admin.mail(ROOT + "/interactions", mail.getBytes(StandardCharsets.US_ASCII))
                    .at("/id");
        }

        /** What comes about by parts of the hub that do not run here. */
        private void stored() {
            InteractionId aside = InteractionId.of(submitted("'priority':2"));
            InteractionId outbound = InteractionId.of(submitted("'priority':3"));
            store.writeNow(tx -> {
                new WorkChange(tx, tx.work().lock(tenant, aside).orElseThrow(), By.of("test"))
                        .quarantine(new Cause(
                                "strategy",
                                "cause-of-" + tenant,
                                "a reason of " + tenant,
                                QueueName.of(things.get("queue"))));
                dispatch(tx, outbound);
                return tx.ledger().insert(seen(), tx.now());
            });
            things.put("quarantined", aside.value());
            things.put("outbound", outbound.value());
            things.put("cause", "cause-of-" + tenant);
        }

        private void dispatch(Tx tx, InteractionId outbound) {
            DispatchRow row = DispatchRow.pending(
                    tenant,
                    outbound,
                    AccountName.of(things.get("account")),
                    things.get("messageId"),
                    "",
                    "desk@" + tenant + ".example",
                    List.of(things.get("address")),
                    tx.now());
            tx.dispatches().insert(row);
            tx.dispatches()
                    .update(row.to(DispatchRow.State.DEFERRED, "the server of " + tenant + " is away", tx.now()));
        }

        private LedgerEntry seen() {
            return new LedgerEntry(
                    tenant,
                    PointName.of(things.get("point")),
                    "1:1",
                    LedgerEntry.Result.TAKEN,
                    InteractionId.of(things.get("mail")),
                    null,
                    null,
                    things.get("messageId"),
                    100,
                    null,
                    0,
                    "seen by " + tenant,
                    true);
        }
    }
}
