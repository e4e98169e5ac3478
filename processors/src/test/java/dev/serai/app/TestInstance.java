package dev.serai.app;

import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** An instance folder that a test fills with points, accounts and settings. */
public final class TestInstance {
    private final Path folder;
    private final StringJoiner settings = new StringJoiner("\n");

    public TestInstance(Path folder) {
        this.folder = folder;
        setting("serai.http.port", "0");
        setting("serai.dispatch.mode", "live");
    }

    public Path folder() {
        return folder;
    }

    public TestInstance setting(String key, String value) {
        settings.add(key + "=" + value);
        write("config/application.properties", settings.toString());
        return this;
    }

    /** A file of the instance. */
    public TestInstance file(String path, String text) {
        write(path, text);
        return this;
    }

    public TestInstance on(Postgres.Database database) {
        write("database-secret", database.password());
        setting("serai.database.url", database.url());
        setting("serai.database.username", database.user());
        return setting("serai.database.secret", "file:" + folder.resolve("database-secret"));
    }

    /** A mailbox on the test's Dovecot, by IMAP under TLS with its own trust store. */
    public TestInstance imap(String name, Dovecot server, String password, String after) {
        return mailbox(name, password, """
                        protocol: imap
                        security: tls
                        host: localhost
                        port: %d
                        trustStore: %s
                        afterProcessing: %s
                """.formatted(
                        server.ports().imaps(), server.certificate().trustStore(), after));
    }

    /** A mailbox on the test's Dovecot, by IMAP under TLS with tokens for a refresh token. */
    public TestInstance imapByToken(String name, Dovecot server, TokenServer tokens) {
        Path refresh = write("refresh-" + name, TokenServer.REFRESH_TOKEN);
        return mailbox(name, TokenServer.CLIENT_SECRET, """
                        protocol: imap
                        security: tls
                        host: localhost
                        port: %d
                        trustStore: %s
                        oauth2: google
                        oauth2ClientId: %s
                        oauth2RefreshToken: file:%s
                        oauth2TokenUrl: %s
                """.formatted(
                        server.ports().imaps(), server.certificate().trustStore(), name, refresh, tokens.url()));
    }

    /** A mailbox on the test's Dovecot, by POP3 with STARTTLS. */
    public TestInstance pop3(String name, Dovecot server, String password, String after) {
        return mailbox(name, password, """
                        protocol: pop3
                        security: starttls-required
                        host: localhost
                        port: %d
                        trustStore: %s
                        afterProcessing: %s
                """.formatted(
                        server.ports().pop3(), server.certificate().trustStore(), after));
    }

    /** A mailbox on a scripted POP3 server, with further parameters. */
    public TestInstance scripted(String name, int port, String... parameters) {
        return mailbox(
                name,
                "any",
                """
                        protocol: pop3
                        security: none
                        host: 127.0.0.1
                        port: %d
                """.formatted(port)
                        + String.join(
                                "",
                                Stream.of(parameters)
                                        .map(line -> "        " + line + "\n")
                                        .toList()));
    }

    private TestInstance mailbox(String name, String password, String server) {
        Path secret = write("secret-" + name, password);
        write("routes/capture/capture-mail-" + name + ".camel.yaml", """
                - route:
                    id: capture-mail-%1$s
                    description: The test's mailbox %1$s
                    from:
                      uri: kamelet:mailbox-source
                      parameters:
                        name: %1$s
                        address: %1$s@example.com
                        username: %1$s
                        secret: file:%2$s
                        startFrom: all
                        pollInterval: 1s
                %3$s      steps:
                        - log: {id: captured, message: "captured ${header.SeraiInteractionId}", loggingLevel: DEBUG}
                """.formatted(name, secret, server));
        return this;
    }

    /** An account without TLS: smtp-sink has none. */
    public TestInstance account(String name, int port) {
        return account(name, port, "Example Support <support@example.com>");
    }

    /** An account that mail leaves by with that From, with further parameters. */
    public TestInstance account(String name, int port, String from, String... parameters) {
        write("routes/dispatch/dispatch-smtp-" + name + ".camel.yaml", """
                - route:
                    id: dispatch-smtp-%1$s
                    description: The test's way out
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters:
                              host: 127.0.0.1
                              port: %2$d
                              security: none
                              from: %3$s
                              %4$s
                """.formatted(
                        name, port, from, String.join("\n" + " ".repeat(14), parameters)));
        return this;
    }

    /** Every mail goes to the queue general, and nobody is answered. */
    public TestInstance placing() {
        write("routes/strategies/strategy-inbound.camel.yaml", """
                - route:
                    id: strategy-inbound
                    description: Places each mail.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: to-general, uri: "kamelet:place-action", parameters: {queue: general}}
                """);
        return this;
    }

    public Path write(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path checkout() {
        return Path.of(System.getProperty("serai.home"));
    }

    public Home home() {
        return new Home(folder, checkout());
    }

    public Hub start() throws HubException, IOException {
        return Hub.start(home(), Settings.load(home()));
    }
}
