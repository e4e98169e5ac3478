package dev.serai.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransformerChainTest {
    private static final Transformer UPPER = (message, context) -> TransformResult.changed(
            message.toBuilder().subject(message.subject() + "+").build(), "Added a plus.");
    private static final Transformer IDLE = (message, context) -> TransformResult.unchanged();
    private static final Transformer THROWS = (message, context) -> {
        throw new IllegalStateException("out of order");
    };

    private final MailMessage mail = MailMessage.builder().subject("s").build();

    @Test
    void transformersShouldRunInTheirOrder() {
        ChainResult result = run(step("first", UPPER), step("idle", IDLE), step("second", UPPER));
        assertThat(result.message().subject()).isEqualTo("s++");
        assertThat(result.stop()).isNull();
        assertThat(result.outcomes())
                .containsExactly(
                        new TransformerOutcome("first", "changed", "Added a plus."),
                        new TransformerOutcome("idle", "unchanged", ""),
                        new TransformerOutcome("second", "changed", "Added a plus."));
    }

    @Test
    void bypassedFailureShouldLetTheMailGoOn() {
        ChainResult result = run(new TransformerStep("bad", THROWS, FailureAction.BYPASS), step("next", UPPER));
        assertThat(result.message().subject()).isEqualTo("s+");
        assertThat(result.outcomes().get(0).reason()).contains("it threw", "out of order");
    }

    @Test
    @SuppressWarnings("NullAway") // what code without annotations may do
    void nothingReturnedShouldBeAFailure() {
        ChainResult result = run(step("bad", (message, context) -> null));
        assertThat(result.outcomes())
                .containsExactly(new TransformerOutcome("bad", "failed", "it returned null, not a result"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureAction.class,
            names = {"BYPASS", "WRAP"},
            mode = EnumSource.Mode.EXCLUDE)
    void otherFailureShouldStopTheChain(FailureAction action) {
        ChainResult result = run(new TransformerStep("bad", THROWS, action), step("next", UPPER));
        assertThat(result.outcomes()).hasSize(1);
        assertThat(result.stop().action()).isEqualTo(action);
    }

    @Test
    void wrappedFailureShouldKeepTheHeaderAndAttachTheOriginal() {
        byte[] raw = "Subject: hello\r\n\r\ntext".getBytes(StandardCharsets.US_ASCII);
        ChainResult result = new TransformerChain(List.of(new TransformerStep("bad", THROWS, FailureAction.WRAP)))
                .run(mail, new TransformContext(RawSource.of(raw), new MimeReader()));
        assertThat(result.stop()).isNull();
        assertThat(result.message().subject()).isEqualTo("hello");
        assertThat(result.message().attachments()).hasSize(1);
        assertThat(result.message().warnings().get(0)).contains("out of order");
    }

    @Test
    void unknownTypeShouldBeRefusedWithTheOnesThatThereAre() {
        TransformerFactories factories = new TransformerFactories(getClass().getClassLoader());
        assertThatThrownBy(() -> factories.find("tnfe"))
                .hasMessageContaining("'tnfe'")
                .hasMessageContaining("tnef");
    }

    @Test
    void classNameShouldFindAFactoryOfTheUsers() {
        TransformerFactories factories = new TransformerFactories(getClass().getClassLoader());
        assertThat(factories
                        .find("dev.serai.transform.tnef.TnefTransformerFactory")
                        .type())
                .isEqualTo("tnef");
    }

    @Test
    void unknownFailureActionShouldBeRefused() {
        assertThatThrownBy(() -> FailureAction.of("ignore"))
                .hasMessage("onFailure is 'ignore'; expected retry, bypass, wrap or quarantine");
    }

    private ChainResult run(TransformerStep... steps) {
        return new TransformerChain(List.of(steps))
                .run(mail, new TransformContext(RawSource.of(new byte[0]), new MimeReader()));
    }

    private static TransformerStep step(String name, Transformer transformer) {
        return new TransformerStep(name, transformer, FailureAction.RETRY);
    }

    @Test
    void whatIsThrownShouldStandInTheDebugLogWithItsStack() {
        List<String> log = new ArrayList<>();
        Transformer broken = (mail, context) -> {
            throw new IllegalStateException("no table");
        };
        TransformerStep step =
                new TransformerStep("broken", broken, FailureAction.BYPASS, Duration.ofSeconds(10), log::add);

        ChainResult result = new TransformerChain(List.of(step))
                .run(MailMessage.builder().build(), new TransformContext(RawSource.of(new byte[0]), new MimeReader()));

        assertThat(result.outcomes().get(0).reason()).doesNotContain("\tat ");
        assertThat(log)
                .anyMatch(line -> line.contains("no table"))
                .anyMatch(line -> line.contains("at dev.serai.transform.TransformerChainTest"));
    }
}
