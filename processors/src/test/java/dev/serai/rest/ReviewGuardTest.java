package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.rest.ReviewDesk.Held;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What gets round a review, and what does not: on a hub with keys, where four eyes are not asked for. */
@Timeout(120)
class ReviewGuardTest extends ReviewTeam {
    private static final String PROMISE = "'text':'Please find it attached.'";
    private static final String ROOT = "/api/v1";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        start(new TestInstance(folder)
                .account("default", 1, "Example Support <support@example.com>", "maxMessageSize: 1MB")
                .file("config/queues/second-look.yaml", "description: A second look.\nreview: true\n"));
    }

    @Test
    void aRejectedMailShouldNotBeApprovedInTheQueueOfItsAuthor() {
        Held back = rejected();
        Client.Answer refused = pat.client().post(back.path() + "/approve", back.with(""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains("queue 'billing'", "review: true");
        assertThat(kim.get(back.id()).at("/queue")).isEqualTo("billing");
    }

    @Test
    void aRejectedMailShouldNotBeApprovedByItsAuthorWhereverHeTakesIt() {
        Held back = rejected();
        kim.client().post(back.path() + "/move", "{'queue':'second-look'}");
        Held own = kim.take(back.id(), "second-look");
        Client.Answer refused = kim.client().post(own.path() + "/approve", own.with(""));
        kim.client().post(own.path() + "/return", own.with(""));
        Held others = pat.take(back.id(), "second-look");
        Client.Answer approved = pat.client().post(others.path() + "/approve", others.with(""));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains("'pat' rejected it", "'kim' wrote it");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    }

    private static Held rejected() {
        String id = kim.reply(PROMISE);
        kim.inQueue(id, "review");
        Held held = pat.take(id, "review");
        pat.client().post(held.path() + "/reject", held.with("'reason':'Where is it?'"));
        return kim.take(id, "billing");
    }

    @Test
    void aNotificationThatAClientWritesShouldBeScreenedAsAllThatPeopleWrite() {
        Client.Answer posted = kim.client()
                .post(
                        ROOT + "/mails",
                        "{'kind':'notification','to':['jo@example.org'],'subject':'Paid','text':'By 4111 1111 1111 1111.'}");

        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        kim.inQueue(posted.at("/id"), "review");
    }

    @Test
    void aRepeatedEditShouldBeAnsweredByTheFirst() {
        Held held = kim.inReview("'text':'By 4111 1111 1111 1111.',"
                + "'attachments':[{'name':'a.txt','contentType':'text/plain','content':'YQ=='}]");
        String edit = held.with("'text':'Fine now','removeAttachments':[1]");
        Client.Answer first = kim.client().post(held.path() + "/edit", edit, "Idempotency-Key", held.id());
        kim.client().post(held.path() + "/return", held.with(""));
        Client.Answer again = kim.client().post(held.path() + "/edit", edit, "Idempotency-Key", held.id());
        Client.Answer other =
                kim.client().post(held.path() + "/edit", held.with("'text':'x'"), "Idempotency-Key", held.id());

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anEditShouldBeRefusedWhenItIsLargerThanTheAccountTakes() {
        Held held = kim.inReview("'text':'Please find my promise attached.'");
        Client.Answer edited =
                kim.client().post(held.path() + "/edit", held.with("'text':'" + "éééé ".repeat(150_000) + "'"));

        assertThat(edited.status()).as(edited.text()).isEqualTo(413);
        assertThat(kim.get(held.id()).at("/text")).contains("my promise");
    }

    @Test
    void userDataThatNameNoAccountShouldNotBeInTheWay() {
        Held held = kim.inReview(PROMISE);
        kim.client().send("PATCH", held.path(), "{'userData':{'Account':'Not a name'}}", "If-Match", "*");
        Client.Answer approved = pat.client().post(held.path() + "/approve", held.with(""));

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        kim.inQueue(held.id(), "dispatch");
    }

    @Test
    void anAttachedOriginalShouldSurviveAnEdit() {
        String id = forwarded();
        kim.inQueue(id, "review");
        Held held = kim.take(id, "review");
        Client.Answer edited = kim.client().post(held.path() + "/edit", held.with("'text':'As promised'"));

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.json().at("/attachments")).hasSize(1);
        assertThat(kim.client().get(held.path() + "/raw").text()).contains("As promised", "Fragile: handle with care");
    }

    private static String forwarded() {
        String path = kim.client()
                .mail(
                        ROOT + "/interactions",
                        ("From: jo@example.org\r\nTo: support@example.com\r\nSubject: Box\r\n\r\n"
                                        + "Fragile: handle with care\r\n")
                                .getBytes(StandardCharsets.US_ASCII))
                .header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !kim.get(id).at("/queue").matches("intake|inbound|"));
        kim.client().post(path + "/move", "{'queue':'billing'}");
        Held asked = kim.take(id, "billing");
        return kim.client()
                .post(
                        asked.path() + "/forward",
                        asked.with(
                                "'as':'attached','to':['lee@example.org'],'text':'4111 1111 1111 1111','complete':true"))
                .at("/id");
    }
}
