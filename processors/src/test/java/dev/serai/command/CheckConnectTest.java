package dev.serai.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Store;
import dev.serai.testing.Dovecot;
import dev.serai.testing.SmtpSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P16: a configuration test that changes nothing. */
class CheckConnectTest {
    private static Dovecot dovecot;

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path instance;

    private String user = "";

    @BeforeAll
    static void start() {
        System.setProperty(Serai.CHECKOUT, System.getProperty("serai.home"));
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @BeforeEach
    void threeMailsOneOfThemRead() throws IOException {
        user = "user" + instance.getFileName();
        dovecot.addUser(user, "right");
        for (int i = 0; i < 3; i++) {
            dovecot.deliver(user, ("Message-ID: <" + i + "@x>\r\n\r\n" + i + "\r\n").getBytes(US_ASCII));
        }
        dovecot.inbox(user).mails().get(0).markSeen();
        write("secret", "right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap, afterProcessing: delete", "pop3, afterProcessing: delete"})
    void p16_connectionTestShouldLeaveMailboxAndLedgerAsTheyWere(String protocol) throws IOException {
        mailbox(protocol);
        List<String> before = state();
        assertThat(serai("check", "--connect", "support")).isZero();
        assertThat(state()).isEqualTo(before);
        assertThat(instance.resolve("data")).doesNotExist();
        long wanted = protocol.startsWith("imap") ? 2 : 3;
        assertThat(out.toString()).contains("3 messages, " + wanted + " would be taken (as at first contact)");
    }

    @Test
    void ledgerShouldBeCountedByWhenItCanBeRead() throws IOException {
        mailbox("imap");
        try (Store store = Store.on(Database.open(DatabaseSettings.embedded(
                instance.resolve("data"), Path.of(System.getProperty("serai.home"), "sql"))))) {
            PointName support = PointName.of("support");
            store.writeNow(tx -> {
                tx.points().insert("default", support, "{}", tx.now());
                return tx.ledger().insert(LedgerEntry.skipped("default", support, "0:0"), tx.now());
            });
        }
        assertThat(serai("check", "--connect", "support")).isZero();
        assertThat(out.toString()).contains("3 messages, 3 would be taken").doesNotContain("first contact");
    }

    @Test
    void wrongPasswordShouldNameTheLine() throws IOException {
        mailbox("imap");
        write("secret", "wrong");
        assertThat(serai("check", "--connect")).isOne();
        assertThat(out.toString())
                .contains("routes/capture/capture-mail-support.camel.yaml:14: mailbox 'support': localhost:")
                .contains("refused the login")
                .doesNotContain("wrong");
    }

    @Test
    void missingFolderShouldNameTheLine() throws IOException {
        mailbox("imap, folder: Nowhere");
        assertThat(serai("check", "--connect")).isOne();
        assertThat(out.toString())
                .contains("camel.yaml:10: mailbox 'support': ")
                .contains("open the folder Nowhere");
    }

    @Test
    void missingTargetFolderShouldBeSaid() throws IOException {
        mailbox("imap, afterProcessing: move, moveToFolder: Done");
        assertThat(serai("check", "--connect")).isZero();
        assertThat(out.toString()).contains("moveToFolder 'Done' is not there");
    }

    @Test
    void accountShouldBeTriedWithoutSending() throws IOException {
        try (SmtpSink sink = SmtpSink.start()) {
            account(sink.port());
            assertThat(serai("check", "--connect", "--json", "desk")).isZero();
            JsonNode tried =
                    Json.MAPPER.readTree(out.toString()).path("connections").path(0);
            assertThat(tried.path("kind").asText()).isEqualTo("account");
            assertThat(tried.path("ok").asBoolean()).isTrue();
            assertThat(tried.path("mostOctets").isNumber()).isTrue();
            assertThat(sink.received()).isEmpty();
        }
    }

    @Test
    void unknownNameShouldBeWrongUse() throws IOException {
        mailbox("imap");
        assertThat(serai("check", "--connect", "sales")).isEqualTo(2);
        assertThat(out.toString())
                .contains("there is no mailbox, Kafka or database point or account 'sales'; there are [support]");
    }

    /** Names, flags and bytes; that Dovecot moves a mail from new to cur is its own bookkeeping. */
    private List<String> state() {
        return dovecot.inbox(user).mails().stream()
                .map(mail -> mail.name() + " " + mail.flags() + " " + new String(mail.bytes(), US_ASCII))
                .toList();
    }

    private void mailbox(String rest) throws IOException {
        String protocol = rest.split(",")[0];
        int port = protocol.equals("imap")
                ? dovecot.ports().imap()
                : dovecot.ports().pop3();
        write("routes/capture/capture-mail-support.camel.yaml", """
                - route:
                    id: capture-mail-support
                    description: A test.
                    from:
                      uri: kamelet:mailbox-source
                      parameters:
                        name: support
                        address: support@example.com
                        protocol: %s
                        security: none
                        host: localhost
                        port: %d
                        username: %s
                        secret: file:%s
                      steps:
                        - log: {id: captured, message: "captured", loggingLevel: DEBUG}
                """.formatted(
                        rest.replace(", ", "\n        "), port, user, instance.resolve("secret")));
    }

    private void account(int port) throws IOException {
        write("routes/dispatch/dispatch-smtp-desk.camel.yaml", """
                - route:
                    id: dispatch-smtp-desk
                    description: A test.
                    from:
                      uri: direct:dispatch-smtp-desk
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters: {host: localhost, port: %d, security: none, from: desk@example.com}
                """.formatted(port));
    }

    private int serai(String... arguments) {
        return Serai.commandLine(Map.of("SERAI_HOME", instance.toString()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    private void write(String path, String text) throws IOException {
        Path file = instance.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
