package dev.serai.large;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.TestInstance;
import dev.serai.large.Client.Downloaded;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails of which not even one fits into the memory of the hub. */
class LargeMailTest {
    private static final String PASSWORD = "p + % & # w";
    private static final String LIMIT = "\n        maxMessageSize: 200MB";
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Dovecot dovecot = Dovecot.start();
    private final SmtpSink sink = SmtpSink.start();

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestInstance instance;

    @BeforeEach
    void prepare() {
        instance = new TestInstance(folder.resolve("hub"))
                .on(Postgres.shared().createDatabase())
                .account("default", sink.port(), "Example Support <support@example.com>", "maxMessageSize: 200MB");
    }

    @AfterEach
    void stop() {
        sink.close();
        dovecot.close();
    }

    @Test
    void p03_mailOf150MegabytesShouldGoInAndOutOfAHubOf256() throws Exception {
        LargeMail large = LargeMail.write(folder, "big", 110);
        imap("support");
        dovecot.inbox("support").deliver(large.file());
        deliverSmall(30);
        try (SmallHub hub = SmallHub.start(instance.folder(), "256m")) {
            Client client = hub.client();
            List<JsonNode> pulled = client.awaitPulled("general", 31, LONG);
            JsonNode mail = pulled.stream()
                    .filter(one -> one.path("subject").asText().equals("Plans big"))
                    .findFirst()
                    .orElseThrow();
            assertThat(pulled)
                    .extracting(one -> one.path("placedInQueueAt").asText())
                    .as("no other waits for the large one")
                    .allMatch(placed ->
                            placed.compareTo(mail.path("placedInQueueAt").asText()) <= 0);
            String path = "/api/v1/interactions/" + mail.path("id").asText();
            String href = mail.at("/attachments/0/href").asText();
            Downloaded raw = client.download(path + "/raw");
            Downloaded attachment = client.download(href);

            assertThat(raw.sha256()).isEqualTo(large.sha256());
            assertThat(attachment.sha256()).isEqualTo(large.attachment());
            int answered = client.post(
                            path + "/reply",
                            "{'text':'Back to you.','complete':true,'attachments':[{'href':'" + href + "'}],'token':'"
                                    + mail.at("/lease/token").asText() + "'}")
                    .statusCode();
            assertThat(answered).isEqualTo(201);
            await().atMost(LONG).until(() -> sunk().contains(large.attachment()));
            hub.isWell();
        }
    }

    @Test
    void p03_largeMailsOfSeveralMailboxesShouldComeInAtTheSameTime() throws Exception {
        List<LargeMail> mails = new ArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            LargeMail mail = LargeMail.write(folder, name, 44);
            mails.add(mail);
            if (name.equals("third")) {
                dovecot.addUser(name, PASSWORD);
                instance.pop3(name, dovecot, PASSWORD, "delete" + LIMIT);
            } else {
                imap(name);
            }
            dovecot.inbox(name).deliver(mail.file());
        }
        try (SmallHub hub = SmallHub.start(instance.folder(), "256m")) {
            List<JsonNode> pulled = hub.client().awaitPulled("general", 3, LONG);

            assertThat(pulled)
                    .extracting(one -> one.at("/attachments/0/sha256").asText())
                    .containsExactlyInAnyOrderElementsOf(
                            mails.stream().map(LargeMail::attachment).toList());
            hub.isWell();
        }
    }

    @Test
    void p03_mailAboveTheLimitShouldStayOnTheServerAndSayWhy() throws Exception {
        dovecot.addUser("support", PASSWORD);
        instance.imap("support", dovecot, PASSWORD, "delete");
        dovecot.inbox("support").deliver(LargeMail.write(folder, "too-big", 20).file());
        try (SmallHub hub = SmallHub.start(instance.folder(), "256m")) {
            JsonNode wrapper = hub.client().awaitPulled("general", 1, LONG).get(0);

            String path = "/api/v1/interactions/" + wrapper.path("id").asText();
            assertThat(wrapper.path("subject").asText()).isEqualTo("Plans too-big");
            assertThat(hub.client().get(path + "/timeline").toString()).contains("maxMessageSize");
            assertThat(hub.client().download(path + "/raw").size()).isLessThan(1000);
            assertThat(dovecot.inbox("support").mails()).hasSize(1);
        }
    }

    private void imap(String name) {
        dovecot.addUser(name, PASSWORD);
        instance.imap(name, dovecot, PASSWORD, "mark-seen" + LIMIT);
    }

    private void deliverSmall(int count) {
        for (int i = 0; i < count; i++) {
            dovecot.deliver("support", """
                    From: c%1$d@customer.example
                    To: support@example.com
                    Subject: Question %1$d
                    Message-ID: <question-%1$d>

                    Where is my parcel?
                    """.formatted(i).replace("\n", "\r\n").getBytes(US_ASCII));
        }
    }

    /** The digests of the attachments that left. */
    private List<String> sunk() throws IOException {
        List<String> digests = new ArrayList<>();
        for (Path dump : sink.files()) {
            MailMessage mail = new MimeReader().read(RawSource.of(dump));
            mail.attachments().forEach(one -> digests.add(one.sha256()));
        }
        return digests;
    }
}
