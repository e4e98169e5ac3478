package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.LedgerTable;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole hub with three hundred mailboxes on one server, one of them with a backlog. */
class ManyMailboxesTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyMailboxesTest.class);
    private static final String PASSWORD = "secret";
    private static final String BIG = "big";
    private static final int OTHERS = 299;
    private static final int BACKLOG = 20_000;

    @TempDir
    private Path folder;

    @Test
    void backlogOfOneMailboxShouldNotDelayTheOthers() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            long begun = System.nanoTime();
            TestInstance instance =
                    new TestInstance(folder).on(Postgres.shared().createDatabase());
            instance.write("secret", PASSWORD);
            fill(dovecot, instance);
            LOG.info("three hundred mailboxes are filled millis={}", millis(begun));
            long starting = System.nanoTime();
            try (Hub hub = instance.start()) {
                LOG.info("the hub is ready millis={}", millis(starting));
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> othersDone(hub));
                long big = taken(hub).getOrDefault(BIG, 0L);
                int threads = ManagementFactory.getThreadMXBean().getThreadCount();
                long series = series(hub);
                LOG.info(
                        "all but one are done millis={} big={} threads={} series={}",
                        millis(starting),
                        big,
                        threads,
                        series);

                assertThat(big).isLessThan(BACKLOG);
                assertThat(threads).isLessThan(250);
                assertThat(series).isLessThan(15_000);
            }
        }
    }

    private static void fill(Dovecot dovecot, TestInstance instance) {
        mailbox(dovecot, instance, BIG);
        dovecot.inbox(BIG).fill(IntStream.range(0, BACKLOG).mapToObj(i -> mail("backlog " + i)));
        for (int i = 0; i < OTHERS; i++) {
            String name = "small-" + i;
            mailbox(dovecot, instance, name);
            dovecot.inbox(name).fill(Stream.of(mail(name)));
        }
    }

    private static void mailbox(Dovecot dovecot, TestInstance instance, String name) {
        dovecot.addUser(name, PASSWORD);
        instance.write("routes/capture/capture-mail-" + name + ".camel.yaml", """
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
                        security: tls
                        host: localhost
                        port: %3$d
                        trustStore: %4$s
                        queue: general
                      steps:
                        - log: {id: captured, message: "captured ${header.SeraiInteractionId}", loggingLevel: DEBUG}
                """.formatted(
                        name,
                        instance.folder().resolve("secret"),
                        dovecot.ports().imaps(),
                        dovecot.certificate().trustStore()));
    }

    private static byte[] mail(String subject) {
        return ("Message-ID: <" + subject.replace(' ', '-') + "@example.org>\r\nFrom: jo@example.org\r\n"
                        + "To: support@example.com\r\nSubject: " + subject + "\r\n\r\nWhere is my parcel?\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean othersDone(Hub hub) {
        Map<String, Long> taken = taken(hub);
        return taken.size() == OTHERS + 1 && taken.values().stream().allMatch(count -> count > 0);
    }

    private static Map<String, Long> taken(Hub hub) {
        return hub.store().read(tx -> tx.ledger().counts()).stream()
                .filter(count -> count.result() == Result.TAKEN)
                .collect(Collectors.toMap(count -> count.point().value(), LedgerTable.Count::count));
    }

    private static long series(Hub hub) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + hub.httpPort() + "/observe/metrics");
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return text.lines().filter(line -> !line.startsWith("#")).count();
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
