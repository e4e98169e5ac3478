package dev.serai.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import dev.serai.testing.ScriptedPop3;
import dev.serai.testing.SmtpSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole hub makes of a mail that it sees more than once, or that is meant for several of us. */
class SameMailFlowTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final ScriptedPop3 server = ScriptedPop3.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void p06_interruptedPop3SessionMakesNoSecondAutomaticReply() throws Exception {
        byte[] invoice = Files.readAllBytes(TestInstance.checkout().resolve("samples/invoice-de.eml"));
        server.holds("a", invoice).breaksAtQuit(true);
        try (SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = instance("afterProcessing: delete").account("default", sink.port());
            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                assertThat(inbound(hub.store())).hasSize(1);
                int looks = quits();
                await().atMost(SOON).until(() -> quits() > looks + 2);
            }
            try (Hub hub = instance.start()) {
                int looks = quits();
                await().atMost(SOON).until(() -> quits() > looks + 2);
                assertThat(inbound(hub.store())).hasSize(1);
                assertThat(sink.received()).hasSize(1);
            }
        }
    }

    @Test
    void p13_mailFromAnOwnAddressShouldBeTakenOnceAndMarked() throws Exception {
        server.holds("a", mail("support@example.com", "support@example.com"));
        server.holds("b", mail("jo@example.org", "support@example.com"));
        try (Hub hub = instance("afterProcessing: none").start()) {
            await().atMost(SOON).until(() -> read(hub.store()).size() == 2);
            assertThat(read(hub.store()))
                    .filteredOn(taken -> Boolean.TRUE.equals(taken.userData().get("Internal")))
                    .singleElement()
                    .satisfies(taken -> assertThat(taken.content().from()).isNotNull());
        }
    }

    @Test
    void mailToSeveralOfUsShouldBeSplitUpToTheLimit() throws Exception {
        byte[] mail = mail(
                "jo@example.org", "a@example.com, Support@example.com, x@example.org, b@example.com, c@example.com");
        server.holds("a", mail);
        TestInstance instance = instance("splitByRecipient: true", "copyLimit: 3");
        for (String other : List.of("a", "b", "c")) {
            instance.account(other, 9, other + "@example.com");
        }
        instance.account("default", 9, "desk@example.com");
        try (Hub hub = instance.start()) {
            await().atMost(SOON).until(() -> read(hub.store()).size() == 3);
            List<Interaction> all = read(hub.store());
            assertThat(all)
                    .extracting(one -> one.userData().get("Mailbox"))
                    .containsExactlyInAnyOrder("support@example.com", "a@example.com", "b@example.com");
            assertThat(all)
                    .allSatisfy(one -> assertThat(raw(hub.store(), one.id())).isEqualTo(mail));
            assertThat(all.get(0).content().warnings())
                    .anyMatch(warning -> warning.endsWith("copyLimit: c@example.com"));
        }
    }

    private TestInstance instance(String... parameters) {
        return new TestInstance(folder).scripted("support", server.port(), parameters);
    }

    private int quits() {
        return Collections.frequency(server.commands(), "QUIT");
    }

    private static byte[] mail(String from, String to) {
        return ("Message-ID: <" + from + to.length() + "@x>\r\nFrom: " + from + "\r\nTo: " + to
                        + "\r\nSubject: hello\r\n\r\nhello\r\n")
                .getBytes(US_ASCII);
    }

    private static byte[] raw(Store store, InteractionId id) throws Exception {
        StoredRaw raw = store.raw("default", id).orElseThrow();
        return raw.open().readAllBytes();
    }

    private static List<Interaction> inbound(Store store) {
        return store.read(tx -> tx.interactions().find("default", InteractionFilter.all())).stream()
                .filter(one -> one.origin().type().equals("Inbound"))
                .toList();
    }

    /** Those that intake has read. */
    private static List<Interaction> read(Store store) {
        return inbound(store).stream()
                .filter(one -> one.content().from() != null)
                .toList();
    }
}
