package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.rest.ReviewDesk.Held;
import dev.serai.store.EventLog.Event;
import dev.serai.testing.SunkMail;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write is screened, and looked at by others, before it leaves: on a hub that sends. */
class ReviewFlowTest extends SendingReview {
    private static final String CARD = "'text':'Charged to 4111 1111 1111 1111.'";

    @Test
    void aReplyShouldLeaveAtOnceWhenNothingIsFoundInIt() {
        String id = desk.reply("'text':'It is on its way.'");

        desk.sent(id);
        assertThat(mail(id).text()).contains("It is on its way.");
    }

    @Test
    void aFindingShouldPutItIntoReviewWithTheReasonAndWithoutTheNumber() {
        Held held = desk.inReview(CARD);

        assertThat(held.answer().at("/items/0/userData/ReviewReason")).isEqualTo("outgoing/card-number: Visa …1111");
        assertThat(desk.timeline(held.id()))
                .filteredOn(event -> event.type().equals("serai.interaction.placed"))
                .extracting(Event::reason)
                .contains("outgoing/card-number: Visa …1111");
        assertThat(desk.timeline(held.id()).toString()).doesNotContain("4111 1111", "41111111");
    }

    @Test
    void whatHtmlSaysShouldBeFoundToo() {
        Held held = desk.inReview("'text':'Hello','html':'<p>Charged to <b>5500</b>&nbsp;0000 0000 0004</p>'");

        assertThat(held.answer().at("/items/0/userData/ReviewReason")).contains("Mastercard …0004");
    }

    @Test
    void aMailInReviewShouldNotBeCompletedForItWouldNeverLeave() {
        Held held = desk.inReview(CARD);
        Client.Answer completed = client.post(held.path() + "/complete", held.with(""));

        assertThat(completed.status()).isEqualTo(409);
        assertThat(completed.at("/detail")).contains("approve, reject or stop it");
        assertThat(desk.get(held.id()).at("/state")).isEqualTo("assigned");
    }

    @Test
    void aMailInReviewShouldNotBeSmuggledOutByForwardingIt() {
        Held held = desk.inReview(CARD);
        Client.Answer forwarded =
                client.post(held.path() + "/forward", held.with("'as':'attached','to':'x@partner.example'"));

        assertThat(forwarded.status()).as(forwarded.text()).isEqualTo(409);
        assertThat(forwarded.at("/detail")).contains("has not left");
    }

    @Test
    void anApprovedMailShouldLeaveAsItIsAndSayWhoApprovedIt() {
        Held held = desk.inReview(CARD);
        Client.Answer approved = client.post(held.path() + "/approve", held.with(""));

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.at("/queue")).isEqualTo("outbound");
        desk.sent(held.id());
        assertThat(mail(held.id()).text()).contains("4111 1111 1111 1111");
        assertThat(desk.timeline(held.id()))
                .anySatisfy(event -> assertThat(event.data()).containsEntry("approved", true));
    }

    @Test
    void anEditedMailShouldLeaveWithItsMessageIdAndOnlyWhatItSaysNow() {
        Held held = desk.inReview(CARD);
        String before = desk.get(held.id()).at("/messageId");
        Client.Answer edited = client.post(
                held.path() + "/edit",
                held.with("'text':'Charged to your card.','subject':'Your order','cc':['kim@example.org']"));
        Client.Answer again = client.post(held.path() + "/resubmit", held.with(""));

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.at("/state")).isEqualTo("assigned");
        assertThat(again.status()).isEqualTo(200);
        desk.sent(held.id());
        SunkMail mail = mail(held.id());
        assertThat(mail.text())
                .contains("Charged to your card.", "Subject: Your order", "Cc: kim@example.org", before)
                .doesNotContain("4111");
        assertThat(mail.recipients()).contains("<jo@example.org>", "<kim@example.org>");
        assertThat(desk.timeline(held.id()))
                .anySatisfy(
                        event -> assertThat(event.data()).containsEntry("edited", List.of("subject", "cc", "text")));
    }

    @Test
    void attachmentsShouldComeAndGoByAnEdit() {
        Held held = desk.inReview(CARD
                + ",'attachments':[{'name':'a.txt','contentType':'text/plain','content':'YQ=='},"
                + "{'name':'b.txt','contentType':'text/plain','content':'Yg=='}]");
        Client.Answer edited = client.post(
                held.path() + "/edit",
                held.with("'text':'Fine now','removeAttachments':[1],"
                        + "'attachments':[{'name':'c.txt','contentType':'text/plain','content':'Yw=='}]"));

        assertThat(edited.at("/attachments/0/name")).isEqualTo("b.txt");
        assertThat(edited.at("/attachments/1/name")).isEqualTo("c.txt");
        assertThat(client.get(held.path() + "/attachments/2").text()).isEqualTo("c");
        client.post(held.path() + "/resubmit", held.with(""));
        desk.sent(held.id());
        assertThat(mail(held.id()).text()).contains("b.txt", "c.txt").doesNotContain("a.txt");
    }

    @Test
    void aRejectedMailShouldComeBackToItsAuthorsQueueWithTheRemark() {
        Held held = desk.inReview(CARD);
        Client.Answer rejected = client.post(held.path() + "/reject", held.with("'reason':'No card numbers, please'"));

        assertThat(rejected.at("/queue")).isEqualTo("billing");
        Held back = desk.take(held.id(), "billing");
        assertThat(back.answer().at("/items/0/userData/ReviewRemark")).isEqualTo("No card numbers, please");
        assertThat(client.post(back.path() + "/edit", back.with("'text':'Better'"))
                        .status())
                .isEqualTo(200);
        client.post(back.path() + "/resubmit", back.with(""));
        desk.sent(held.id());
        assertThat(mail(held.id()).text()).contains("Better");
    }

    @Test
    void anApprovalShouldBeVoidWhenTheMailIsMovedAfterIt() {
        Held held = desk.inReview(CARD);
        client.post("/api/v1/queues/outbound/pause", "");
        client.post(held.path() + "/approve", held.with(""));
        client.post(held.path() + "/move", "{'queue':'outbound'}");
        client.post("/api/v1/queues/outbound/resume", "");

        desk.inQueue(held.id(), "review");
        assertThat(desk.get(held.id()).at("/state")).isEqualTo("queued");
    }

    @Test
    void anApprovalShouldBeVoidWhenAnythingOfItIsPatchedAfterIt() {
        Held held = desk.inReview(CARD);
        client.post("/api/v1/queues/outbound/pause", "");
        client.post(held.path() + "/approve", held.with(""));
        client.send("PATCH", held.path(), "{'userData':{'Account':'other'}}", "If-Match", "*");
        client.post("/api/v1/queues/outbound/resume", "");

        desk.inQueue(held.id(), "review");
    }

    @Test
    void approvalsAndEditsShouldNeedTheCurrentToken() {
        Held held = desk.inReview(CARD);
        client.post(held.path() + "/return", held.with(""));

        for (String verb : List.of("approve", "edit", "resubmit")) {
            String more = verb.equals("edit") ? "'text':'x'" : "";
            assertThat(client.post(held.path() + "/" + verb, held.with(more)).at("/code"))
                    .as(verb)
                    .isEqualTo("lease-lost");
        }
        assertThat(client.post(held.path() + "/reject", held.with("'reason':'x'"))
                        .at("/code"))
                .isEqualTo("lease-lost");
        assertThat(desk.get(held.id()).at("/queue")).isEqualTo("review");
    }

    @Test
    void anApprovalShouldBeRefusedWhenTheReviewerSawAnotherVersion() {
        Held held = desk.inReview(CARD);
        client.send("PATCH", held.path(), "{'priority':7}", "If-Match", "*");
        Client.Answer stale = client.post(
                held.path() + "/approve",
                held.with(""),
                "If-Match",
                "\"" + held.answer().at("/items/0/version") + "\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(desk.get(held.id()).at("/state")).isEqualTo("assigned");
    }

    @Test
    void verbsOfReviewShouldRefuseWhatIsNoMailOfOurs() {
        client.post("/api/v1/interactions", "{'queue':'billing','priority':100,'from':'jo@example.org'}");
        Held inbound = desk.pull("billing");

        assertThat(client.post(inbound.path() + "/approve", inbound.with("")).at("/code"))
                .isEqualTo("wrong-state");
        assertThat(client.post(inbound.path() + "/edit", inbound.with("'text':'x'"))
                        .at("/code"))
                .isEqualTo("wrong-state");
        client.post(inbound.path() + "/complete", inbound.with(""));
    }
}
