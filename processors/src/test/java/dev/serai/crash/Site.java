package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.capture.Headers;
import dev.serai.store.Store;
import dev.serai.testing.Dovecot;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.StoredMail;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;

/** One hub with its surroundings: an IMAP mailbox, a POP3 mailbox, orders over JMS, a way out. Leases are short. */
final class Site implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(Boolean.getBoolean("serai.test.long") ? 900 : 90);
    private static final String PASSWORD = "p + % & # w";
    private static final AtomicInteger SITES = new AtomicInteger();

    private final Dovecot dovecot;
    private final SmtpSink sink = SmtpSink.start();
    private final TestInstance instance;
    private final String imap;
    private final String pop3;
    private final String erp;
    private List<CustomerMail> mails = List.of();
    private List<String> orders = List.of();
    private final Map<String, Integer> moreLetters = new HashMap<>();

    Site(Path folder, Dovecot dovecot) {
        int number = SITES.incrementAndGet();
        this.dovecot = dovecot;
        this.imap = "support-" + number;
        this.pop3 = "payments-" + number;
        this.erp = "erp-" + number;
        dovecot.addUser(imap, PASSWORD);
        dovecot.addUser(pop3, PASSWORD);
        this.instance = new TestInstance(folder)
                .setting("serai.strategy.lease", "2s")
                .imap(imap, dovecot, PASSWORD, "mark-seen")
                .pop3(pop3, dovecot, PASSWORD, "delete")
                .account("default", sink.port());
        instance.write("routes/capture/capture-jms-" + erp + ".camel.yaml", """
                - route:
                    id: capture-jms-%1$s
                    description: The test's orders
                    from:
                      uri: kamelet:jms-capture-source
                      parameters:
                        name: %1$s
                        concurrency: 1
                      steps:
                        - log: {id: captured, message: "captured", loggingLevel: DEBUG}
                """.formatted(erp));
    }

    TestInstance instance() {
        return instance;
    }

    SmtpSink sink() {
        return sink;
    }

    /** Lets so many mails arrive, most in the IMAP mailbox, some in the POP3 mailbox. */
    void deliver(int toImap, int toPop3) {
        List<CustomerMail> first = CustomerMail.to(imap + "-" + mails.size(), toImap);
        List<CustomerMail> second = CustomerMail.to(pop3 + "-" + mails.size(), toPop3);
        first.forEach(mail -> dovecot.deliver(imap, mail.bytes()));
        second.forEach(mail -> dovecot.deliver(pop3, mail.bytes()));
        mails = Stream.of(mails, first, second).flatMap(List::stream).toList();
    }

    /** Puts orders into the broker while the hub does not run. */
    void order(int count) throws Exception {
        orders = IntStream.rangeClosed(1, count).mapToObj(i -> "order " + i).toList();
        new BrokerFolder(instance.folder())
                .send(
                        "serai.capture." + erp,
                        orders.stream()
                                .map(order ->
                                        "{\"operation\":\"submit\",\"properties\":{\"subject\":\"" + order + "\"}}")
                                .toList());
    }

    /** A client wrote to this customer too. */
    void wroteTo(String customer) {
        moreLetters.merge(customer, 1, Integer::sum);
    }

    /** Waits until nothing moves any more. */
    void awaitRest(Store store) {
        Books books = new Books(store);
        eventually(() -> {
            books.rest(mails.size() + orders.size());
            assertThat(dovecot.inbox(imap).mails()).allMatch(StoredMail::seen);
            assertThat(dovecot.inbox(pop3).mails()).isEmpty();
            List<?> unanswered = store.read(tx -> tx.outgoing().waiting());
            assertThat(unanswered).isEmpty();
        });
    }

    /** Waits until the books balance; to be called at rest. */
    void balance(Store store) {
        Books books = new Books(store);
        Map<String, Integer> letters = new HashMap<>(moreLetters);
        mails.forEach(mail -> letters.merge(mail.customer(), 1, Integer::sum));
        eventually(books::eventsAreGapless);
        books.takenOnce(mails, orders);
        books.nothingAside();
        books.answeredOnce(letters, sink.received());
    }

    /** The broker holds nothing that was not taken, and each order's answer; to be called when the hub is down. */
    void brokerIsEmpty() throws Exception {
        BrokerFolder broker = new BrokerFolder(instance.folder());
        assertThat(broker.drain("serai.capture." + erp)).isZero();
        assertThat(broker.drain("serai.capture." + erp + ".error")).isZero();
        assertThat(broker.drain("serai.capture." + erp + ".processed")).isEqualTo(orders.size());
        Set<String> answers = new HashSet<>();
        for (Message answer : broker.messages("serai.capture." + erp + ".notification")) {
            answers.add(answer.getStringProperty(Headers.DELIVERY));
        }
        assertThat(answers).hasSameSizeAs(orders);
    }

    static void eventually(ThrowingRunnable condition) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(condition);
    }

    @Override
    public void close() {
        sink.close();
    }
}
