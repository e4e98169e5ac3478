package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.testing.Certificate;
import dev.serai.testing.FakeMail;
import dev.serai.testing.MiddleMan;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers: Postfix's sink, GreenMail with TLS and login; STARTTLS, and what strips it. */
class SmtpSecurityTest {
    private static final String ODD_PASSWORD = "a+b%c &#)}${x";

    @TempDir
    private Path folder;

    private DispatchHouse house;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void postfixShouldTakeTheMailAsItWasComposed() {
        try (SmtpSink sink = SmtpSink.start()) {
            InteractionId id = send("host: 127.0.0.1", "port: " + sink.port(), "security: none");
            become(id, DispatchRow.State.SENT);

            SunkMail mail = sink.received().get(0);

            assertThat(mail.from()).startsWith("<support@example.com>");
            assertThat(mail.recipients()).containsExactly("<jo@example.org>");
            assertThat(mail.text())
                    .endsWith(house.raw(id).replace("\r\n", "\n"))
                    .startsWith("From: =?UTF-8?Q?S=C3=A9rai_Support?= <support@example.com>\n");
        }
    }

    @Test
    void tlsWithLoginShouldWorkWithAnOddPassword() throws Exception {
        try (FakeMail server = FakeMail.start()) {
            server.addUser("me", ODD_PASSWORD);
            Path secret = Files.writeString(folder.resolve("secret"), ODD_PASSWORD);
            InteractionId id = send(
                    "host: localhost",
                    "port: " + server.smtps(),
                    "security: tls",
                    "username: me",
                    "secret: file:" + secret,
                    "trustStore: " + server.certificate().trustStore());

            become(id, DispatchRow.State.SENT);

            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void tlsShouldDeferWhenTheCertificateIsNotTrusted() {
        try (ScriptedSmtp server = ScriptedSmtp.start().encrypting(Certificate.forHost("localhost"))) {
            InteractionId id = send("host: localhost", "port: " + server.port(), "security: starttls");

            become(id, DispatchRow.State.DEFERRED);

            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void tlsShouldDeferWhenTheCertificateIsAnotherHosts() {
        try (ScriptedSmtp server = ScriptedSmtp.start().encrypting(Certificate.forHost("mail.example.net"))) {
            InteractionId id = send(
                    "host: localhost",
                    "port: " + server.port(),
                    "security: starttls-required",
                    "trustStore: " + Certificate.forHost("mail.example.net").trustStore());

            become(id, DispatchRow.State.DEFERRED);

            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void startTlsShouldBeUsedBeforeAnythingIsSaid() {
        try (ScriptedSmtp server = ScriptedSmtp.start().encrypting(Certificate.forHost("localhost"))) {
            InteractionId id = send(
                    "host: localhost",
                    "port: " + server.port(),
                    "security: starttls-required",
                    "trustStore: " + Certificate.forHost("localhost").certificatePem());

            become(id, DispatchRow.State.SENT);

            assertThat(server.commands()).startsWith(server.commands().get(0), "STARTTLS");
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void strippedStartTlsShouldDeferWhenItIsRequired() {
        try (ScriptedSmtp server = ScriptedSmtp.start()) {
            InteractionId id = send("host: localhost", "port: " + server.port(), "security: starttls-required");

            become(id, DispatchRow.State.DEFERRED);

            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
            assertThat(house.dispatch(id).lastError()).containsIgnoringCase("starttls");
        }
    }

    @Test
    void startTlsShouldBeLeftOutWhenItIsOptionalAndNotOffered() {
        try (ScriptedSmtp server = ScriptedSmtp.start()) {
            InteractionId id = send("host: localhost", "port: " + server.port(), "security: starttls");

            become(id, DispatchRow.State.SENT);
        }
    }

    @Test
    void aMissingSecretShouldDeferAndNameItsReference() {
        try (ScriptedSmtp server = ScriptedSmtp.start()) {
            InteractionId id = send(
                    "host: localhost",
                    "port: " + server.port(),
                    "security: none",
                    "username: me",
                    "secret: env:SERAI_TEST_NO_SUCH_VARIABLE");

            become(id, DispatchRow.State.DEFERRED);

            assertThat(house.dispatch(id).lastError()).contains("env:SERAI_TEST_NO_SUCH_VARIABLE");
        }
    }

    @Test
    void tlsThatAManInTheMiddleHidesShouldDeferBeforeAnythingIsSaid() {
        try (ScriptedSmtp server = ScriptedSmtp.start().encrypting(Certificate.forHost("localhost"));
                MiddleMan man = MiddleMan.before(server.port()).strippingTls()) {
            InteractionId id = send("host: localhost", "port: " + man.port(), "security: starttls-required");

            become(id, DispatchRow.State.DEFERRED);

            assertThat(house.dispatch(id).lastError()).containsIgnoringCase("starttls");
            assertThat(man.said()).allMatch(line -> line.matches("EHLO .*|QUIT|"));
        }
    }

    @Test
    void tlsThatAManInTheMiddleRefusesShouldDeferBeforeAnythingIsSaid() {
        try (ScriptedSmtp server = ScriptedSmtp.start().encrypting(Certificate.forHost("localhost"));
                MiddleMan man = MiddleMan.before(server.port()).answering("STARTTLS", "454 not now")) {
            InteractionId id = send("host: localhost", "port: " + man.port(), "security: starttls-required");

            become(id, DispatchRow.State.DEFERRED);

            assertThat(man.said()).allMatch(line -> line.matches("EHLO .*|STARTTLS|QUIT|"));
        }
    }

    private InteractionId send(String... parameters) {
        house.account(parameters);
        house.live();
        return house.submit(DispatchHouse.draft("jo@example.org"));
    }

    private void become(InteractionId id, DispatchRow.State state) {
        await().untilAsserted(() -> assertThat(house.dispatch(id).state())
                .as(String.valueOf(house.dispatch(id).lastError()))
                .isEqualTo(state));
    }
}
