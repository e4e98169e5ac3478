package dev.serai.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An instance in a temporary folder of its own: two mailboxes and an account on the demo's mail server. */
final class DemoInstance implements AutoCloseable {
    private final Path folder;

    private DemoInstance(Path folder) {
        this.folder = folder;
    }

    static DemoInstance create(DemoMailServer mail, int httpPort) throws IOException {
        DemoInstance instance = new DemoInstance(Files.createTempDirectory("serai-demo-"));
        Path secret = instance.write("secret", DemoMailServer.PASSWORD);
        instance.write("config/application.properties", """
                serai.http.port=%d
                serai.dispatch.mode=live
                """.formatted(httpPort));
        instance.write(
                "routes/capture/capture-mail-support.camel.yaml",
                mailbox("support", "imap", mail.imapPort(), "all", "mark-seen", secret));
        instance.write(
                "routes/capture/capture-mail-payments.camel.yaml",
                mailbox("payments", "pop3", mail.pop3Port(), "all", "delete", secret));
        instance.write("routes/dispatch/dispatch-smtp-default.camel.yaml", account(mail.smtpPort()));
        return instance;
    }

    Path folder() {
        return folder;
    }

    private Path write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String mailbox(String name, String protocol, int port, String startFrom, String after, Path secret) {
        return """
                - route:
                    id: capture-mail-%1$s
                    description: %1$s@example.com on the mail server of the demo
                    from:
                      uri: kamelet:mailbox-source
                      parameters:
                        name: %1$s
                        address: %1$s@example.com
                        protocol: %2$s
                        security: none
                        host: 127.0.0.1
                        port: %3$d
                        username: %1$s
                        secret: file:%4$s
                        startFrom: %5$s
                        afterProcessing: %6$s
                        pollInterval: 1s
                        queue: inbound
                      steps:
                        - log: {id: captured, message: "captured ${header.SeraiInteractionId}", loggingLevel: DEBUG}
                """.formatted(name, protocol, port, secret, startFrom, after);
    }

    private static String account(int port) {
        return """
                - route:
                    id: dispatch-smtp-default
                    description: The mail server of the demo
                    from:
                      uri: direct:dispatch-smtp-default
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters:
                              host: 127.0.0.1
                              port: %d
                              security: none
                              from: Example Support <support@example.com>
                              alsoFrom: payments@example.com
                """.formatted(port);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
