package dev.serai.rest;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.store.DispatchRow;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Things of a hub that runs, each in the state that a call needs. */
record WorkOnAHub(Hub hub, Client client) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ROOT = "/api/v1";

    String submitted() {
        return client.post(ROOT + "/interactions", "{'queue':'billing','priority':1,'from':'jo@example.org'}")
                .header("Location")
                .substring(ROOT.length());
    }

    String held() {
        String path = submitted();
        client.post(ROOT + path + "/hold", "{}");
        return path;
    }

    String mail() {
        Client.Answer answer = client.mail(
                ROOT + "/interactions",
                ("From: jo@example.org\r\nSubject: Hi\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b"
                                + "\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--b\r\nContent-Type:"
                                + " text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n--b--\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String path = answer.header("Location");
        await().atMost(SOON).until(() -> !client.get(path).at("/queue").matches("intake|inbound|"));
        return path.substring(ROOT.length());
    }

    JsonNode pulled() {
        client.post(ROOT + "/interactions", "{'queue':'billing','priority':50,'from':'jo@example.org'}");
        return pull();
    }

    JsonNode pulledMail() {
        String path = mail();
        client.send("PATCH", ROOT + path, "{'priority':100}", "If-Match", "*");
        client.post(ROOT + path + "/move", "{'queue':'billing'}");
        return pull();
    }

    /** Mail of ours that was sent back to its author waits there too. */
    JsonNode pull() {
        JsonNode item = client.post(ROOT + "/queues/billing/pull", "{}").json().at("/items/0");
        return item.path("type").asText().equals("Outbound") ? pull() : item;
    }

    static String fresh() {
        return UUID.randomUUID() + "@example.org";
    }

    String contact() {
        return client.post(ROOT + "/interactions", "{'queue':'general','from':'" + fresh() + "'}")
                .at("/contact/id");
    }

    /** A contact whose address mail does not reach. */
    JsonNode undeliverable() {
        JsonNode contact = client.get(ROOT + "/contacts/" + contact()).json();
        String address = contact.path("address").asText();
        hub.store()
                .writeNow(tx -> tx.undeliverable()
                        .add(
                                "default",
                                Undeliverable.first(
                                        address,
                                        true,
                                        tx.now(),
                                        "5.1.1",
                                        "unknown",
                                        false,
                                        InteractionId.of(contact.path("id").asText()))));
        return contact;
    }

    String dispatch() {
        JsonNode pulled = pulled();
        String id = client.post(
                        ROOT + "/interactions/" + pulled.path("id").asText() + "/reply",
                        "{'text':'x','token':'" + pulled.at("/lease/token").asText() + "'}")
                .at("/id");
        await().atMost(SOON)
                .until(() -> hub.store()
                        .read(tx -> tx.dispatches().load("default", InteractionId.of(id)))
                        .isPresent());
        return id;
    }

    /** An outbound mail that somebody looks at. */
    JsonNode reviewed() {
        JsonNode pulled = pulled();
        client.post(
                ROOT + "/interactions/" + pulled.path("id").asText() + "/reply",
                "{'text':'See attached.','token':'" + pulled.at("/lease/token").asText() + "'}");
        return client.post(ROOT + "/queues/review/pull", "{'wait':20}").json().at("/items/0");
    }

    String deferred() {
        String id = dispatch();
        hub.store().writeNow(tx -> {
            DispatchRow row =
                    tx.dispatches().load("default", InteractionId.of(id)).orElseThrow();
            tx.dispatches().update(row.to(DispatchRow.State.DEFERRED, "later", tx.now()));
            return id;
        });
        return id;
    }

    String quarantined() {
        InteractionId id = InteractionId.of(submitted().replace("/interactions/", ""));
        return hub.store().writeNow(tx -> {
            new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("test"))
                    .quarantine(new Cause("strategy", "test", "a test", QueueName.of("billing")));
            return id.value();
        });
    }

    String generation() {
        return client.get(ROOT + "/config/generations").at("/current/id");
    }
}
