package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import dev.serai.testing.MiddleMan;
import dev.serai.testing.TokenServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dovecot takes a token in one line or two; a man in the middle is as particular as Exchange Online, or as Gmail. */
class Pop3TokenFormTest {
    private static final String ONE_LINE = "^AUTH XOAUTH2 .";
    private static final String FIRST_OF_TWO = "^AUTH XOAUTH2$";

    private static TokenServer tokens;
    private static Dovecot dovecot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        tokens = TokenServer.start();
        dovecot = Dovecot.start(DovecotOptions.defaults().tokensOf(tokens));
    }

    @AfterAll
    static void stop() {
        dovecot.close();
        tokens.close();
    }

    @Test
    void p22_microsoftShouldGetTheTokenOnALineOfItsOwn() {
        try (MiddleMan exchange = refusing(ONE_LINE);
                CaptureHub hub = CaptureHubs.in(folder, mailbox("microsoft", exchange))) {
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    @Test
    void googleShouldGetTheTokenInTheCommand() {
        try (MiddleMan gmail = refusing(FIRST_OF_TWO);
                CaptureHub hub = CaptureHubs.in(folder, mailbox("google", gmail))) {
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    @Test
    void aRefusedLoginShouldBeSaidInTheServersWords() {
        try (MiddleMan exchange = MiddleMan.before(dovecot.ports().pop3())
                        .answering("^dXNlcj", "-ERR Authentication failure: unknown user name or bad password.");
                CaptureHub hub = CaptureHubs.in(folder, mailbox("microsoft", exchange))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError())
                    .contains("refused the login: Authentication failure: unknown user name or bad password.");
        }
    }

    @Test
    void aConnectionThatEndsDuringTheLoginShouldNotBeARefusedToken() {
        try (MiddleMan exchange = MiddleMan.before(dovecot.ports().pop3()).breaking("^dXNlcj", "", 100)) {
            TestMailbox mailbox = mailbox("microsoft", exchange);
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().until(() -> hub.status("support").state() == PointState.FAILING);

                assertThat(hub.status("support").lastError()).contains("the connection ended during the login");
                assertThat(tokens.requests(mailbox.user())).hasSize(1);
            }
        }
    }

    private MiddleMan refusing(String form) {
        return MiddleMan.before(dovecot.ports().pop3())
                .answering(form, "-ERR Protocol error. Connection is closed. 10");
    }

    private TestMailbox mailbox(String provider, MiddleMan man) {
        return TestMailbox.pop3(dovecot, folder)
                .byToken(provider, tokens, folder)
                .with("port", Integer.toString(man.port()))
                .receives("one");
    }
}
