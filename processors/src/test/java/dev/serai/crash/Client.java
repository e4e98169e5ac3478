package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.crash.RestClient.Answer;
import dev.serai.crash.RestClient.Call;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a client does to a hub that dies while it asks, and to the one that comes after it. */
class Client {
    final RestClient rest = new RestClient();

    /** Most windows need none. */
    static Client of(CrashWindow window, Site site) {
        return switch (window) {
            case PULL_COMMITTED -> new Pulling();
            case REPLY_COMMITTED -> new Replying(site);
            default -> new Client();
        };
    }

    void before(HubProcess dying) throws Exception {}

    void after(Hub hub) throws Exception {}

    void isCutOff(int port, Call call) {
        assertThatThrownBy(() -> rest.post(port, call)).isInstanceOf(IOException.class);
    }

    void awaitQueued(int port, int least) {
        Site.eventually(() -> assertThat(rest.get(port, "/api/v1/queues/general/interactions?limit=100")
                        .json()
                        .path("items"))
                .hasSizeGreaterThanOrEqualTo(least));
    }

    Call complete(JsonNode item) {
        return Call.of(
                "/api/v1/interactions/" + item.path("id").asText() + "/complete",
                "{'token':'" + item.at("/lease/token").asText() + "'}");
    }

    /** Asks for a batch, twice by the same key. */
    private static final class Pulling extends Client {
        private final Call pull = Call.of("/api/v1/queues/general/pull", "{'max':3,'worker':'anna'}");

        @Override
        void before(HubProcess dying) {
            int port = dying.awaitReady();
            awaitQueued(port, 3);
            isCutOff(port, pull);
        }

        @Override
        void after(Hub hub) throws Exception {
            Answer again = rest.post(hub.httpPort(), pull);

            assertThat(again.replayed()).isTrue();
            assertThat(ids(again)).hasSize(3).containsExactlyInAnyOrderElementsOf(assigned(hub));
            for (JsonNode item : again.json().path("items")) {
                assertThat(rest.post(hub.httpPort(), complete(item)).status()).isEqualTo(200);
            }
            assertThat(assigned(hub)).isEmpty();
        }

        private static List<String> ids(Answer answer) {
            return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                    .map(item -> item.path("id").asText())
                    .toList();
        }

        private static List<String> assigned(Hub hub) {
            return new Books(hub.store())
                    .interactions().stream()
                            .filter(one -> one.standing().state() == State.ASSIGNED)
                            .map(one -> one.id().value())
                            .toList();
        }
    }

    /** Answers a mail, twice by the same key. */
    private static final class Replying extends Client {
        private final Site site;
        private @Nullable Call reply;

        Replying(Site site) {
            this.site = site;
        }

        @Override
        void before(HubProcess dying) throws Exception {
            int port = dying.awaitReady();
            awaitQueued(port, 18);
            Call pull = Call.of("/api/v1/queues/general/pull", "{'max':18,'worker':'anna'}");
            JsonNode item = mail(rest.post(port, pull));
            reply = Call.of(
                    "/api/v1/interactions/" + item.path("id").asText() + "/reply",
                    "{'text':'It comes today.','complete':true,'token':'"
                            + item.at("/lease/token").asText() + "'}");
            site.wroteTo(item.at("/from/address").asText());
            isCutOff(port, reply);
        }

        @Override
        void after(Hub hub) throws Exception {
            Answer again = rest.post(hub.httpPort(), java.util.Objects.requireNonNull(reply));

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.replayed()).isTrue();
            assertThat(new Books(hub.store()).interactions())
                    .filteredOn(one -> "OutboundReply".equals(one.origin().subtype()))
                    .extracting(Interaction::id)
                    .extracting(id -> id.value())
                    .containsExactly(again.json().path("id").asText());
        }

        private static JsonNode mail(Answer pulled) {
            return StreamSupport.stream(pulled.json().path("items").spliterator(), false)
                    .filter(item -> item.has("from"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no mail in " + pulled.json()));
        }
    }
}
