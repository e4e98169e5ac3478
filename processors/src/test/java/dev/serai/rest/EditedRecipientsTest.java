package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.rest.ReviewDesk.Held;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mail whose recipients were changed leaves to the new ones, and to nobody else. */
class EditedRecipientsTest extends SendingReview {
    private static final String CARD = "'text':'Charged to 4111 1111 1111 1111.','cc':['old@example.org']";
    private static final String NEW = "'to':['ann@example.net'],'cc':['kim@example.net']";

    @Test
    void aMailInReviewShouldLeaveToItsNewRecipientsOnly() {
        Held held = desk.inReview(CARD);

        editAndApprove(held);

        desk.sent(held.id());
        assertThat(envelope(held.id())).containsExactlyInAnyOrder("<ann@example.net>", "<kim@example.net>");
    }

    @Test
    void aMailThatWasHandedOverBeforeShouldLeaveToItsNewRecipientsOnly() {
        sink.stop();
        String id = desk.reply("'text':'It is on its way.','cc':['old@example.org']");
        desk.inQueue(id, "dispatch");
        client.post("/api/v1/interactions/" + id + "/move", "{'queue':'review'}");
        Held held = desk.take(id, "review");

        editAndApprove(held);
        sink.restart();
        client.post("/api/v1/accounts/default/resume", "");

        desk.sent(id);
        assertThat(envelope(id)).containsExactlyInAnyOrder("<ann@example.net>", "<kim@example.net>");
    }

    private void editAndApprove(Held held) {
        Client.Answer edited = client.post(held.path() + "/edit", held.with(NEW));
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        Client.Answer approved = client.post(held.path() + "/approve", held.with(""));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    }

    /** Whom the server was told of with the mail. */
    private List<String> envelope(String id) {
        return mail(id).recipients();
    }
}
