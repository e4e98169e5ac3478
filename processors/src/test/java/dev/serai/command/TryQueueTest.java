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

/** A strategy can be tried before any mailbox uses it, and a test of it that fails says why. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TryQueueTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));
    private static final String QUESTION =
            CHECKOUT.resolve("samples/question.eml").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path instance;

    @BeforeEach
    void aStrategyThatNoMailboxUses() {
        System.setProperty(Serai.CHECKOUT, CHECKOUT.toString());
        serai("new", "strategy", "triage", "--to", "billing");
    }

    @Test
    void aMailShouldBeginInTheQueueThatIsNamed() {
        assertThat(serai("try", "--queue", "triage", QUESTION)).isZero();

        assertThat(out.toString()).contains("queued in billing", "routes/strategies/strategy-triage.camel.yaml:");
    }

    @Test
    void aMailThatWouldLeaveShouldSayByWhichAccountAndFromWhom() {
        assertThat(serai("new", "account", "default", "--from", "Desk <desk@example.com>"))
                .isZero();

        assertThat(serai("try", "--queue", "outbound", QUESTION)).isZero();

        assertThat(out.toString()).containsPattern("Leaves by +default, From Desk <desk@example.com>");
    }

    @Test
    void aQueueOfClientsShouldBeRefusedWithThoseThatThereAre() {
        assertThat(serai("try", "--queue", "billing", QUESTION)).isEqualTo(2);

        assertThat(err.toString())
                .contains("--queue billing: no strategy decides about it; there are inbound, outbound, triage");
    }

    @Test
    void aTestShouldSayWhyItsStrategyFailed() throws IOException {
        Path route = instance.resolve("routes/strategies/strategy-triage.camel.yaml");
        Files.writeString(
                route,
                Files.readString(route)
                        .replace("${body.kind} != 'message'", "${body.subject.substring(900)} != 'message'"));

        assertThat(serai("check")).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "queue is 'unrouted', expected 'billing'",
                        "came with the warning: strategy-triage failed: ",
                        "begin 900");
    }

    private int serai(String... arguments) {
        return Serai.commandLine(Map.of("SERAI_HOME", instance.toString()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
