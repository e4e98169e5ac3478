package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is decided about a mail today becomes a test. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SaveTestTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));
    private static final String TEST = "routes/strategies/strategy-triage.test.yaml";
    private static final String INBOUND = "routes/strategies/strategy-inbound.test.yaml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path instance;

    @BeforeEach
    void theCheckoutIsTheOneOfTheBuild() {
        System.setProperty(Serai.CHECKOUT, CHECKOUT.toString());
    }

    @Test
    void aTestShouldBeAddedBehindTheOthersAndPass() throws IOException {
        serai("new", "strategy", "triage");
        serai("new", "mailbox", "sales", "--queue", "triage");
        String before = Files.readString(instance.resolve(TEST));

        assertThat(serai("try", "--save-test", "--point", "sales", sample("invoice"), sample("out-of-office")))
                .as(err.toString())
                .isZero();
        String after = Files.readString(instance.resolve(TEST));
        assertThat(after)
                .startsWith(before.stripTrailing())
                .contains(
                        "mail: samples/invoice.eml",
                        "point: sales",
                        "queue: general",
                        "rules: [billing/invoice-number]")
                .contains("mail: samples/out-of-office.eml", "kind: auto-reply", "replies: []");
        assertThat(serai("check")).as(out.toString()).isZero();
    }

    @Test
    void theShippedStrategyShouldComeAlongWhenItsTestsGrow() throws IOException {
        assertThat(serai("try", "--save-test", sample("invoice")))
                .as(err.toString())
                .isZero();

        assertThat(err.toString()).contains("saved the test", "a copy of the shipped one as its strategy is");
        assertThat(instance.resolve("routes/strategies/strategy-inbound.camel.yaml"))
                .exists();
        assertThat(Files.readString(instance.resolve(INBOUND)))
                .contains("an invoice is acknowledged and goes to billing")
                .contains("replies: [{kind: acknowledgement, response: ack-billing, language: en}]");
        assertThat(serai("check")).as(out.toString()).isZero();
    }

    @Test
    void aMailFromElsewhereShouldBeKeptInSamples(@TempDir Path elsewhere) throws IOException {
        Path mail = elsewhere.resolve("Mail 1 (copy)");
        Files.copy(CHECKOUT.resolve("samples/question.eml"), mail);

        assertThat(serai("try", "--save-test", mail.toString()))
                .as(err.toString())
                .isZero();
        assertThat(serai("try", "--save-test", mail.toString())).isZero();
        assertThat(instance.resolve("samples/Mail-1-copy-.eml")).hasSameBinaryContentAs(mail);
        assertThat(Files.list(instance.resolve("samples"))).hasSize(1);
        assertThat(Files.readString(instance.resolve(INBOUND))).contains(" (2)");
        assertThat(serai("check")).as(out.toString()).isZero();
    }

    @Test
    void aTestThatIsBrokenLaterShouldFailAtCheck() throws IOException {
        serai("try", "--save-test", sample("invoice"));
        Path strategy = instance.resolve("routes/strategies/strategy-inbound.camel.yaml");
        Files.writeString(strategy, Files.readString(strategy).replace("priority: 50", "priority: 60"));

        assertThat(serai("check")).isOne();
        assertThat(out.toString()).contains(INBOUND).contains("priority is 60, expected '50'");
    }

    @Test
    void nothingShouldBeSavedWhereNoStrategyDecides() throws IOException {
        serai("new", "mailbox", "sales", "--queue", "general");

        assertThat(serai("try", "--save-test", "--point", "sales", sample("invoice")))
                .isOne();
        assertThat(err.toString()).contains("no strategy decides about it, it goes to the queue 'general'");
        assertThat(instance.resolve("routes/strategies")).doesNotExist();
    }

    @Test
    void wrongUseShouldBeSaid() {
        assertThat(serai("try")).isEqualTo(2);
        assertThat(serai("try", "--since", "yesterday")).isEqualTo(2);
        assertThat(serai("try", "--diff", "--save-test", sample("invoice"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("which mails?", "--since: 'yesterday' is not a duration", "exclude each other");
    }

    private static String sample(String name) {
        return CHECKOUT.resolve("samples/" + name + ".eml").toString();
    }

    private int serai(String... arguments) {
        return Serai.commandLine(Map.of("SERAI_HOME", instance.toString()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
