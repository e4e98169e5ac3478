package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Dovecot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes that come, change and go while the hub runs. */
class MailboxEditTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "secret";

    @TempDir
    private Path folder;

    @Test
    void onlyTheMailboxThatWasEditedShouldStopStartOrReconnect() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.addUser("sales", PASSWORD);
            dovecot.addUser("support", PASSWORD);
            TestInstance instance = new TestInstance(folder)
                    .imap("sales", dovecot, PASSWORD, "mark-seen")
                    .imap("support", dovecot, PASSWORD, "mark-seen")
                    .placing();
            try (Hub hub = instance.start()) {
                HubCalls calls = new HubCalls(hub);
                await().atMost(SOON).until(() -> state(calls, "support").equals("running"));
                await().atMost(SOON).until(() -> state(calls, "sales").equals("running"));
                String since = point(calls, "sales").path("since").asText();

                instance.file("config/screening/mine.yaml", "rules:\n  - {name: any, pattern: 'Find(\"a\")'}\n");
                apply(calls);
                assertThat(point(calls, "sales").path("since").asText()).isEqualTo(since);

                Path file = folder.resolve("routes/capture/capture-mail-support.camel.yaml");
                String text = Files.readString(file);
                Files.delete(file);
                apply(calls);
                dovecot.deliver("support", mail("while it is gone"));
                dovecot.deliver("sales", mail("to the other"));
                await().atMost(SOON).until(() -> taken(calls, "sales") == 1);
                assertThat(dovecot.inbox("support").mails()).noneMatch(mail -> mail.seen());
                assertThat(point(calls, "sales").path("since").asText()).isEqualTo(since);
                assertThat(routes(calls)).doesNotContain("capture-mail-support");

                Files.writeString(file, text.replace("pollInterval: 1s", "pollInterval: 2s"));
                apply(calls);
                await().atMost(SOON).until(() -> taken(calls, "support") == 1);
            }
        }
    }

    private static void apply(HubCalls calls) throws Exception {
        HubCalls.Answer answer = calls.post("/api/v1/config/apply", "{}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private static JsonNode point(HubCalls calls, String name) throws Exception {
        for (JsonNode point : calls.get("/api/v1/capture-points").json().path("items")) {
            if (point.path("name").asText().equals(name)) {
                return point;
            }
        }
        throw new AssertionError("no capture point " + name);
    }

    private static String state(HubCalls calls, String name) throws Exception {
        return point(calls, name).path("state").asText();
    }

    private static long taken(HubCalls calls, String name) throws Exception {
        return point(calls, name).at("/counts/taken").asLong();
    }

    private static String routes(HubCalls calls) throws Exception {
        return calls.get("/api/v1/routes").json().toString();
    }

    private static byte[] mail(String subject) {
        return ("From: jo@customer.example\r\nTo: x@example.com\r\nMessage-ID: <" + subject.hashCode()
                        + "@customer.example>\r\nSubject: " + subject + "\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
