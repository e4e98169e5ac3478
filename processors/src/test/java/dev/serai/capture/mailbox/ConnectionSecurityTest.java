package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSecurityTest {
    private static final String NASTY = "a b+%&#)}${:\"\\äß";
    private static Dovecot dovecot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.start(DovecotOptions.defaults().loginUnderTlsOnly());
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @ParameterizedTest
    @CsvSource({"imap,tls", "imap,starttls-required", "imap,starttls", "pop3,tls", "pop3,starttls-required"})
    void nastyPasswordShouldLogInUnderTls(String protocol, String security) {
        TestMailbox mailbox = mailbox(dovecot, protocol, security)
                .with("trustStore", dovecot.certificate().trustStore().toString())
                .receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.interactions().size() == 1);

            assertThat(hub.status("support").toString()).doesNotContain(NASTY);
        }
    }

    @Test
    void pemShouldDoAsTrustStore() {
        TestMailbox mailbox = mailbox(dovecot, "imap", "tls")
                .with("trustStore", dovecot.certificate().certificatePem().toString())
                .receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    @Test
    void unknownCertificateShouldBeRefused() {
        assertThat(refusal(mailbox(dovecot, "imap", "tls").receives("one"))).contains("failed in TLS");
    }

    @Test
    void certificateOfAnotherHostShouldBeRefused() {
        try (Dovecot stranger = Dovecot.start(DovecotOptions.defaults().certificateFor("mail.example.com"))) {
            TestMailbox mailbox = mailbox(stranger, "imap", "tls")
                    .with("trustStore", stranger.certificate().trustStore().toString())
                    .receives("one");

            assertThat(refusal(mailbox)).contains("localhost");
        }
    }

    @Test
    void startTlsRequiredShouldRefuseAServerWithoutIt() {
        try (Dovecot plain = Dovecot.start(DovecotOptions.defaults().withoutTls())) {
            assertThat(refusal(mailbox(plain, "imap", "starttls-required").receives("one")))
                    .containsIgnoringCase("STARTTLS");
        }
    }

    @Test
    void wrongPasswordShouldBeSaidWithoutThePassword() {
        TestMailbox mailbox = mailbox(dovecot, "imap", "tls")
                .with("trustStore", dovecot.certificate().trustStore().toString());
        dovecot.addUser(mailbox.user(), "another");

        assertThat(refusal(mailbox)).contains("refused the login").doesNotContain(NASTY);
    }

    private String refusal(TestMailbox mailbox) {
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            assertThat(hub.interactions()).isEmpty();
            return hub.status("support").lastError();
        }
    }

    private TestMailbox mailbox(Dovecot server, String protocol, String security) {
        boolean pop3 = protocol.equals("pop3");
        boolean tls = security.equals("tls");
        int plain = pop3 ? server.ports().pop3() : server.ports().imap();
        int secure = pop3 ? server.ports().pop3s() : server.ports().imaps();
        return TestMailbox.imap(server, folder, NASTY)
                .with("protocol", protocol)
                .with("security", security)
                .with("port", Integer.toString(tls ? secure : plain));
    }
}
