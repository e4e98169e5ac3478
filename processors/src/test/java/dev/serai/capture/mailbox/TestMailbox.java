package dev.serai.capture.mailbox;

import dev.serai.testing.Dovecot;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A user on the tests' mail server with the route file that captures it. */
final class TestMailbox {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final @Nullable Dovecot server;
    private final String user = "user" + NUMBER.incrementAndGet();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private TestMailbox(Dovecot server, Path folder, String password) {
        this(server, server.ports().imap(), folder, password);
        server.addUser(user, password);
    }

    private TestMailbox(@Nullable Dovecot server, int port, Path folder, String password) {
        this.server = server;
        Path secret = written(folder.resolve(user + ".secret"), password);
        with("name", "support");
        with("address", "support@example.com");
        with("protocol", "imap");
        with("security", "none");
        with("host", "localhost");
        with("port", Integer.toString(port));
        with("username", user);
        with("secret", "file:" + secret);
        with("startFrom", "all");
        with("pollInterval", "300ms");
    }

    /** On a server that is no Dovecot. */
    static TestMailbox on(int port, Path folder) {
        return new TestMailbox(null, port, folder, "secret");
    }

    static TestMailbox imap(Dovecot server, Path folder) {
        return new TestMailbox(server, folder, "secret");
    }

    static TestMailbox imap(Dovecot server, Path folder, String password) {
        return new TestMailbox(server, folder, password);
    }

    static TestMailbox pop3(Dovecot server, Path folder) {
        return new TestMailbox(server, folder, "secret")
                .with("protocol", "pop3")
                .with("port", Integer.toString(server.ports().pop3()));
    }

    /** Logs in with tokens of this server, whose client is called as the user. */
    TestMailbox byToken(String provider, TokenServer tokens, Path folder) {
        with("oauth2", provider);
        with("oauth2ClientId", user);
        with("oauth2TokenUrl", tokens.url());
        with("secret", "file:" + written(folder.resolve("client.secret"), TokenServer.CLIENT_SECRET));
        return provider.equals("microsoft")
                ? with("oauth2Tenant", "example.onmicrosoft.com")
                : with(
                        "oauth2RefreshToken",
                        "file:" + written(folder.resolve("refresh.token"), TokenServer.REFRESH_TOKEN));
    }

    TestMailbox with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Delivers a mail with this subject. */
    TestMailbox receives(String subject) {
        return receives(mail(subject));
    }

    TestMailbox receives(byte[] mail) {
        server().deliver(user, mail);
        return this;
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] mail(String subject) {
        return ("Message-ID: <" + subject.replace(' ', '.') + "@example.org>\r\nSubject: " + subject
                        + "\r\nFrom: jo@example.org\r\nX-Camel: x\r\nCamelHttpUri: http://evil\r\n\r\nHello "
                        + subject + "\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    String user() {
        return user;
    }

    Dovecot server() {
        return Objects.requireNonNull(server);
    }

    String path() {
        return "routes/capture/capture-mail-" + parameters.get("name") + ".camel.yaml";
    }

    String route() {
        StringBuilder yaml = new StringBuilder("- route:\n    id: capture-mail-" + parameters.get("name")
                + "\n    description: A test.\n    from:\n      uri: kamelet:mailbox-source\n      parameters:\n");
        parameters.forEach((key, value) -> yaml.append("        ")
                .append(key)
                .append(": '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return yaml.append("      steps:\n        - to: {id: seen, uri: \"bean:seen\"}\n")
                .toString();
    }
}
