package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.EventLog.Event;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import dev.serai.testing.MiddleMan;
import dev.serai.testing.TokenServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes that are logged in to by tokens, which Dovecot has checked by the server that gave them. */
class OAuth2CaptureTest {
    private static final String OUTAGE =
            "{\"error\": \"temporarily_unavailable\", \"error_description\": \"Back soon\"}";

    private static TokenServer tokens;
    private static Dovecot dovecot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        tokens = TokenServer.start();
        dovecot = Dovecot.start(DovecotOptions.defaults().tokensOf(tokens));
    }

    @AfterEach
    void heal() {
        tokens.heal();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
        tokens.close();
    }

    @ParameterizedTest
    @CsvSource({"imap,microsoft", "imap,google", "pop3,microsoft", "pop3,google"})
    void p22_mailShouldBeTakenWithATokenOnBothProtocols(String protocol, String provider) {
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox(protocol, provider).receives("one"))) {
            await().until(() -> hub.interactions().size() == 1);

            await().until(() -> hub.status("support").state() == PointState.RUNNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls-required"})
    void tokensShouldTravelUnderTls(String security) {
        int port = security.equals("tls")
                ? dovecot.ports().imaps()
                : dovecot.ports().imap();
        TestMailbox mailbox = mailbox("imap", "microsoft")
                .with("security", security)
                .with("port", Integer.toString(port))
                .with("trustStore", dovecot.certificate().certificatePem().toString())
                .receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    @Test
    void p21_aTokenShouldBeRenewedWhileTheMailboxIsRead() {
        tokens.lifetime(Duration.ofSeconds(4));
        TestMailbox mailbox = mailbox("imap", "microsoft").receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> tokens.requests(mailbox.user()).size() >= 3);
            mailbox.receives("two");

            await().until(() -> hub.interactions().size() == 2);
            assertThat(hub.status("support").lastError()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void p21_aTokenThatTheServerTakesNoLongerShouldBeReplacedAtOnce(String protocol) {
        int port = protocol.equals("pop3")
                ? dovecot.ports().pop3()
                : dovecot.ports().imap();
        try (MiddleMan man = MiddleMan.before(port)) {
            TestMailbox mailbox = mailbox(protocol, "google")
                    .with("port", Integer.toString(man.port()))
                    .receives("one");
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().until(() -> hub.interactions().size() == 1);
                tokens.revoke();
                man.breaking(".", "* BYE Session invalidated - AccessTokenExpired", 1);
                mailbox.receives("two");

                await().until(() -> hub.interactions().size() == 2);
                assertThat(tokens.requests(mailbox.user())).hasSize(2);
            }
        }
    }

    @Test
    void p21_aSessionThatEndsWithItsTokenShouldCountAgainstNoMail() {
        TestMailbox mailbox = mailbox("imap", "microsoft").with("attempts", "1").receives("one");
        try (MiddleMan man = MiddleMan.before(dovecot.ports().imap())
                        .breaking("UID FETCH .*BODY", "* BYE Session invalidated - AccessTokenExpired", 4);
                CaptureHub hub = CaptureHubs.in(folder, mailbox.with("port", Integer.toString(man.port())))) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> hub.interactions().size() == 1);

            assertThat(hub.ledger("support", Result.QUARANTINED)).isZero();
            assertThat(hub.ledger("support", Result.FAILING)).isZero();
        }
    }

    @Test
    void p21_theFirstRefusedRenewalShouldRaiseAnAlertThatTheNextTokenClears() {
        tokens.failing(503, OUTAGE);
        try (CaptureHub hub =
                CaptureHubs.in(folder, mailbox("imap", "microsoft").receives("one"))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            await().until(() -> alerts(hub).size() == 1);
            assertThat(hub.status("support").lastError())
                    .contains("the token endpoint 127.0.0.1 answered 503 temporarily_unavailable: Back soon");
            assertThat(alerts(hub).get(0).reason()).contains("temporarily_unavailable");

            tokens.heal();

            await().atMost(Duration.ofSeconds(20)).until(() -> alerts(hub).size() == 2);
            assertThat(alerts(hub))
                    .extracting(Event::type)
                    .containsExactly("serai.alert.raised", "serai.alert.cleared");
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    @Test
    void p21_aRenewalRefusedAheadOfTheEndShouldAlertWhileMailIsStillTaken() {
        tokens.lifetime(Duration.ofSeconds(10));
        TestMailbox mailbox = mailbox("imap", "microsoft").receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.interactions().size() == 1);
            tokens.failing(503, OUTAGE);

            await().until(() -> alerts(hub).size() == 1);
            mailbox.receives("two");

            await().until(() -> hub.interactions().size() == 2);
            assertThat(hub.status("support").lastError()).contains("temporarily_unavailable");
        }
    }

    @Test
    void aClientThatMayNotReadTheMailboxShouldBeSaidWithTheServersReasons() {
        TestMailbox mailbox = mailbox("imap", "microsoft").with("oauth2ClientId", "a-stranger");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError())
                    .contains("refused the login")
                    .contains("(status ")
                    .doesNotContain("acc3ss");
        }
    }

    @Test
    void aWrongClientSecretShouldBeSaidInTheWordsOfTheEndpoint() {
        TestMailbox mailbox = mailbox("imap", "microsoft").with("secret", "env:PATH");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError())
                    .endsWith("answered 401 invalid_client: AADSTS7000215: Invalid client secret provided.");
        }
    }

    @Test
    void aServerWithoutXoauth2ShouldNeverGetTheTokenInAnotherWay() {
        TestMailbox mailbox = mailbox("imap", "microsoft").receives("one");
        try (MiddleMan man = MiddleMan.before(dovecot.ports().imap()).hiding("AUTH=XOAUTH2");
                CaptureHub hub = CaptureHubs.in(folder, mailbox.with("port", Integer.toString(man.port())))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError()).contains("offers no login by token");
            assertThat(man.said()).noneMatch(line -> line.contains("LOGIN") || line.contains("AUTHENTICATE"));
        }
    }

    private static List<Event> alerts(CaptureHub hub) {
        return hub.store().read(tx -> tx.events().timeline("default", "point:support")).stream()
                .filter(event -> "oauth2".equals(event.data().get("alert")))
                .toList();
    }

    private TestMailbox mailbox(String protocol, String provider) {
        TestMailbox mailbox =
                protocol.equals("pop3") ? TestMailbox.pop3(dovecot, folder) : TestMailbox.imap(dovecot, folder);
        return mailbox.byToken(provider, tokens, folder);
    }
}
