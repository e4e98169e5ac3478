package dev.serai.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one hub of all classes, or a client of it: each uses work of its own. */
final class SharedHub implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedHub.class);
    private static final String QUEUE = """
            description: Work of clients
            strategy: false
            serviceObjective: 24h
            views:
              default: {order: "priority desc, placedInQueueAt"}
              urgent: {where: "priority > 50", order: receivedAt}
            """;

    private static final String ACCOUNT = """
            - route:
                id: dispatch-smtp-default
                description: The account of the test
                from:
                  uri: direct:dispatch-smtp-default
                  steps:
                    - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: 127.0.0.1, from: support@example.com}}
            """;

    /** Takes small mails only. */
    private static final String SMALL = ACCOUNT.replace("smtp-default", "smtp-small")
            .replace("from: support@example.com", "from: support@example.com, maxMessageSize: 64KB");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(RestHub.class, Client.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RestHub hub = context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Running.class, any -> Running.begin(), Running.class)
                .hub();
        return parameter.getParameter().getType().equals(RestHub.class) ? hub : new Client(hub);
    }

    /** Ends with the last test. */
    private record Running(RestHub hub, Path folder) implements AutoCloseable {
        static Running begin() {
            try {
                Path folder = Files.createTempDirectory("serai-rest-");
                return new Running(
                        RestHub.start(
                                folder,
                                Map.of(),
                                Map.of(
                                        "routes/dispatch/dispatch-smtp-default.camel.yaml",
                                        ACCOUNT,
                                        "routes/dispatch/dispatch-smtp-small.camel.yaml",
                                        SMALL,
                                        "config/queues/technical.yaml",
                                        QUEUE,
                                        "config/queues/small.yaml",
                                        QUEUE + "replyVia: small\n")),
                        folder);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            hub.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
