package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow.State;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A retry that is said twice, because its answer was lost or because two people pressed. */
class RetryRepeatTest {
    private static OutgoingHub house;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        house = OutgoingHub.start(folder);
        client = house.client();
        client.post("/api/v1/accounts/billing/pause", "");
    }

    @AfterAll
    static void stop() throws Exception {
        house.close();
    }

    @Test
    void aRetryWithTheSameKeyShouldBeAnsweredTheSameAndDoNothingMore() {
        InteractionId id = uncertain();
        String key = UUID.randomUUID().toString();

        Client.Answer first = client.post(retry(id), "", "Idempotency-Key", key);
        Client.Answer again = client.post(retry(id), "", "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(decisions(id)).isEqualTo(1);
    }

    @Test
    void aSecondRetryOfWhatIsAboutToLeaveShouldBeRefused() {
        InteractionId id = uncertain();

        Client.Answer first = client.post(retry(id), "");
        Client.Answer second = client.post(retry(id), "");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/detail")).contains("the dispatch is pending");
        assertThat(decisions(id)).isEqualTo(1);
    }

    private static InteractionId uncertain() {
        return house.mail("billing", State.UNCERTAIN, "connection", "it ended", "jo@example.org");
    }

    private static String retry(InteractionId id) {
        return "/api/v1/dispatches/" + id + "/retry";
    }

    private static long decisions(InteractionId id) {
        return house.hub().store().read(tx -> tx.events().timeline("default", id)).stream()
                .filter(event -> event.type().equals("serai.dispatch.pending"))
                .count();
    }
}
