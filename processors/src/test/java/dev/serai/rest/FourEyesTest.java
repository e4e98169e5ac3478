package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.rest.ReviewDesk.Held;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code serai.review.four-eyes}: nobody approves what he wrote, whatever he calls himself. */
class FourEyesTest extends ReviewTeam {
    private static final String PROMISE = "'text':'Please find it attached.'";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        start(new TestInstance(folder).setting("serai.review.four-eyes", "true").account("default", 1));
    }

    @Test
    void theAuthorShouldNotApproveAndSomebodyElseShould() {
        Held own = kim.inReview(PROMISE);
        Client.Answer refused = kim.client().post(own.path() + "/approve", own.with(""));
        kim.client().post(own.path() + "/return", own.with(""));
        Held others = pat.take(own.id(), "review");
        Client.Answer approved = pat.client().post(others.path() + "/approve", others.with(""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains("'kim' wrote it");
        assertThat(approved.status()).isEqualTo(200);
        kim.inQueue(own.id(), "dispatch");
    }

    @Test
    void whoEditedItShouldNotApproveItEither() {
        String id = kim.reply(PROMISE);
        kim.inQueue(id, "review");
        Held held = pat.take(id, "review");
        pat.client().post(held.path() + "/edit", held.with("'text':'Please find it attached, really.'"));
        Client.Answer refused = pat.client().post(held.path() + "/approve", held.with(""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains("'pat' wrote it or changed it");
    }

    @Test
    void anApprovalShouldBeDoneOncePerIdempotencyKey() {
        String id = kim.reply(PROMISE);
        kim.inQueue(id, "review");
        Held held = pat.take(id, "review");
        Client.Answer first = pat.client().post(held.path() + "/approve", held.with(""), "Idempotency-Key", id);
        Client.Answer again = pat.client().post(held.path() + "/approve", held.with(""), "Idempotency-Key", id);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        kim.inQueue(id, "dispatch");
    }

    @Test
    void whatWaitsInHoldShouldGoToItsNewRecipientsWhenItIsEdited() {
        String id = kim.reply("'text':'It is on its way.'");
        kim.inQueue(id, "dispatch");
        kim.client().post("/api/v1/interactions/" + id + "/move", "{'queue':'review'}");
        Held held = pat.take(id, "review");
        pat.client().post(held.path() + "/edit", held.with("'to':['lee@example.org']"));
        pat.client().post(held.path() + "/resubmit", held.with(""));
        kim.inQueue(id, "dispatch");

        assertThat(kim.client().get("/api/v1/dispatches/" + id).text())
                .contains("lee@example.org")
                .doesNotContain("jo@example.org");
    }
}
