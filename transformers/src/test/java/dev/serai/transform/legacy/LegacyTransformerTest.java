package dev.serai.transform.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.ChainResult;
import dev.serai.transform.Direction;
import dev.serai.transform.FailureAction;
import dev.serai.transform.Scratch;
import dev.serai.transform.TransformContext;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerChain;
import dev.serai.transform.TransformerFactories;
import dev.serai.transform.TransformerStep;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyTransformerTest {
    private static final String MAIL = "From: a@example.org\r\nMessage-ID: <1@x>\r\nSubject: old\r\n\r\ntext\r\n";

    private final List<String> log = new ArrayList<>();

    /** As somebody wrote it years ago; only the imports are ours. */
    public static final class Inbound implements InboundMimeTransformer {
        @Override
        public InboundResult transform(byte[] input, Properties config, PrintStream debugLogStream) {
            String action = config.getProperty("fail");
            if (action != null) {
                return InboundResult.failure("told to fail", InboundResult.Action.valueOf(action));
            }
            return config.isEmpty()
                    ? InboundResult.notNeeded()
                    : InboundResult.successful(made(input, config, debugLogStream));
        }

        private static byte[] made(byte[] input, Properties config, PrintStream debugLogStream) {
            debugLogStream.println("subject becomes " + config.getProperty("subject"));
            return new String(input, StandardCharsets.US_ASCII)
                    .replace("old", config.getProperty("subject"))
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** The outbound shape alone. */
    public static final class Out implements OutboundMimeTransformer {
        @Override
        public OutboundResult transform(byte[] input, Properties config, PrintStream debugLogStream) {
            return config.containsKey("fail")
                    ? OutboundResult.failure("told to fail")
                    : OutboundResult.successful(new String(input, StandardCharsets.US_ASCII)
                            .replace("old", "out")
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Neither. */
    public static final class Wrong {}

    @Test
    void classOfTheOlderApiShouldRewriteAndPrintAsItDid() throws Exception {
        ChainResult result = run(Inbound.class, Direction.INBOUND, Map.of("subject", "new"));
        assertThat(result.message().subject()).isEqualTo("new");
        assertThat(result.rewritten()).isTrue();
        assertThat(log).anyMatch(line -> line.equals("subject becomes new"));
    }

    @Test
    void noTransformationShouldLeaveTheMailAsItWas() throws Exception {
        assertThat(run(Inbound.class, Direction.INBOUND, Map.of()).rewritten()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RETRY,RETRY,0", "BYPASS,,0", "BAD_FORMAT,,1"})
    void failureShouldDoWhatItsActionSays(String action, FailureAction stop, int attachments) throws Exception {
        ChainResult result = run(Inbound.class, Direction.INBOUND, Map.of("fail", action));
        assertThat(result.stop() == null ? null : result.stop().action()).isEqualTo(stop);
        assertThat(result.message().attachments()).hasSize(attachments);
        assertThat(result.outcomes().get(0).reason()).isEqualTo("told to fail");
    }

    @Test
    void outboundFailureShouldLetTheOriginalGo() throws Exception {
        ChainResult failed = run(Out.class, Direction.OUTBOUND, Map.of("fail", "yes"));
        assertThat(failed.stop()).isNull();
        assertThat(failed.changed()).isFalse();
        assertThat(run(Out.class, Direction.OUTBOUND, Map.of()).message().subject())
                .isEqualTo("out");
    }

    @Test
    void mailAboveTheLimitShouldFailWithBothNumbers() throws Exception {
        ChainResult result = run(Inbound.class, Direction.INBOUND, Map.of("subject", "new", "maxSize", "10B"));
        assertThat(result.outcomes().get(0).reason())
                .isEqualTo("the mail has " + MAIL.length() + " bytes, more than maxSize 10; it was not transformed");
    }

    @Test
    void classOfTheWrongKindShouldBeRefusedInWords() {
        TransformerFactories factories = new TransformerFactories(getClass().getClassLoader());
        assertThatThrownBy(() -> factories.find(Wrong.class.getName()))
                .hasMessageContaining("is of the wrong kind", "InboundMimeTransformer");
        assertThatThrownBy(() -> factories.find("java.lang.Integer")).hasMessageContaining("without parameters");
        assertThatThrownBy(() -> factories.find(Out.class.getName(), Direction.INBOUND))
                .hasMessageContaining("does not serve inbound mail");
    }

    private ChainResult run(Class<?> type, Direction direction, Map<String, Object> config) throws Exception {
        Transformer transformer = new TransformerFactories(getClass().getClassLoader())
                .find(type.getName(), direction)
                .create(config);
        RawSource raw = RawSource.of(MAIL.getBytes(StandardCharsets.US_ASCII));
        MailMessage mail = new MimeReader().read(raw);
        TransformerStep step =
                new TransformerStep("legacy", transformer, FailureAction.QUARANTINE, Duration.ofSeconds(10), log::add);
        TransformContext context = new TransformContext(raw, new MimeReader(), direction, new Scratch());
        return new TransformerChain(List.of(step)).run(mail, context);
    }
}
