package dev.serai.rest;

import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.Event;
import java.time.Duration;
import java.util.List;

/** A hub on which people write mail, and look at what others wrote. */
record ReviewDesk(Hub hub, Client client) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ROOT = "/api/v1";

    /** What a client has in its hands. */
    record Held(String id, String token, Client.Answer answer) {
        String path() {
            return ROOT + "/interactions/" + id;
        }

        String with(String fields) {
            return "{'token':'" + token + "'" + (fields.isEmpty() ? "" : "," + fields) + "}";
        }
    }

    /** The id of an answer to somebody, written in billing. */
    String reply(String fields) {
        return reply("billing", fields);
    }

    String reply(String queue, String fields) {
        client.post(
                ROOT + "/interactions",
                "{'queue':'" + queue + "','priority':100,'subject':'Where is it?','from':'jo@example.org'}");
        Held asked = pull(queue);
        Client.Answer reply = client.post(asked.path() + "/reply", asked.with(fields + ",'complete':true"));
        if (reply.status() != 201) {
            throw new AssertionError(reply.text());
        }
        return reply.at("/id");
    }

    /** The id of an answer that screening put into review, in somebody's hands. */
    Held inReview(String fields) {
        String id = reply(fields);
        inQueue(id, "review");
        return take(id, "review");
    }

    /** Pulls until it is the one; others are stopped. */
    Held take(String id, String queue) {
        for (Held held = pull(queue); ; held = pull(queue)) {
            if (held.id().equals(id)) {
                return held;
            }
            client.post(held.path() + "/stop", "{}");
        }
    }

    Held pull(String queue) {
        Client.Answer pulled = client.post(ROOT + "/queues/" + queue + "/pull", "{'wait':10}");
        return new Held(pulled.at("/items/0/id"), pulled.at("/items/0/lease/token"), pulled);
    }

    Client.Answer get(String id) {
        return client.get(ROOT + "/interactions/" + id);
    }

    void inQueue(String id, String queue) {
        await().atMost(SOON).until(() -> get(id).at("/queue").equals(queue));
    }

    void sent(String id) {
        await().atMost(SOON).until(() -> get(id).at("/stopReason").equals("sent"));
    }

    List<Event> timeline(String id) {
        return hub.store().read(tx -> tx.events().timeline("default", InteractionId.of(id)));
    }
}
