package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.testing.Dovecot;
import dev.serai.testing.MiddleMan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A man in the middle who wants to read along: he hides that the server knows TLS, or refuses it in its name. */
class StrippedTlsTest {
    private static Dovecot dovecot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void hiddenTlsShouldBeRefusedBeforeTheLogin(String protocol) {
        try (MiddleMan man = MiddleMan.before(port(protocol)).strippingTls();
                CaptureHub hub = CaptureHubs.in(folder, mailbox(protocol, man))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError()).containsPattern("(STARTTLS|STLS) required");
            assertNothingTold(man);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void refusedTlsShouldBeRefusedBeforeTheLogin(String protocol) {
        String no = protocol.equals("imap") ? "TAG NO not now" : "-ERR not now";
        try (MiddleMan man = MiddleMan.before(port(protocol)).answering("STARTTLS|STLS", no);
                CaptureHub hub = CaptureHubs.in(folder, mailbox(protocol, man))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertNothingTold(man);
        }
    }

    private static void assertNothingTold(MiddleMan man) {
        assertThat(man.said()).noneMatch(line -> line.matches("(?i).*(LOGIN|AUTH|USER|PASS|c2VjcmV0|secret).*"));
    }

    private static int port(String protocol) {
        return protocol.equals("pop3")
                ? dovecot.ports().pop3()
                : dovecot.ports().imap();
    }

    private TestMailbox mailbox(String protocol, MiddleMan man) {
        return TestMailbox.imap(dovecot, folder)
                .with("protocol", protocol)
                .with("security", "starttls-required")
                .with("port", Integer.toString(man.port()))
                .with("trustStore", dovecot.certificate().trustStore().toString())
                .receives("one");
    }
}
