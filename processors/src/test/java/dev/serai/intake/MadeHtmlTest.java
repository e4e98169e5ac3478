package dev.serai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.store.MadeTable;
import dev.serai.store.RawContent;
import dev.serai.text.NewText;
import dev.serai.transform.ChainResult;
import dev.serai.transform.FailureAction;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerChain;
import dev.serai.transform.TransformerStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which HTML is stored beside a mail: what its bytes do not say. */
class MadeHtmlTest {
    private static final RawSource MAIL =
            RawSource.of("Content-Type: text/html\r\n\r\n<p>Hello</p>".getBytes(StandardCharsets.US_ASCII));

    @Test
    void htmlOfATransformerShouldBeStored() throws IOException {
        assertThat(stored(changing(mail -> mail.html("<p>Größe</p>")))).isEqualTo("<p>Größe</p>");
    }

    @Test
    void htmlThatATransformerTookAwayShouldBeStoredAsNothing() throws IOException {
        assertThat(stored(changing(mail -> mail.html(null)))).isEmpty();
    }

    @Test
    void htmlBehindAWrapperShouldBeStoredAsNothing() throws IOException {
        assertThat(stored((mail, context) -> TransformResult.failed("told to fail")))
                .isEmpty();
    }

    @Test
    void htmlThatTheMailSaysItselfShouldNotBeStoredTwice() throws IOException {
        assertThat(stored(changing(mail -> mail.subject("other")))).isNull();
        assertThat(stored((mail, context) -> TransformResult.rewritten(
                        RawSource.of("Content-Type: text/html\r\n\r\n<p>Bye</p>".getBytes(StandardCharsets.US_ASCII)),
                        "Rewrote it.")))
                .isNull();
    }

    @Test
    void htmlOfATransformerShouldBeCutWithAWarning() throws IOException {
        ChainResult chain = run(changing(mail -> mail.html("ö".repeat(MadeHtml.LIMIT + 1))));
        assertThat(MadeHtml.of(chain).orElseThrow().size()).isLessThanOrEqualTo(2L * MadeHtml.LIMIT);
        assertThat(warnings(chain)).anySatisfy(warning -> assertThat(warning).contains("only its start was kept"));
    }

    @ParameterizedTest
    @CsvSource({"true, a transformer made it", "false, the raw mail has all."})
    void p51_warningAboutLongTextShouldSayWhereTheRestIs(boolean made, String where) throws IOException {
        String text = "x".repeat(ContentOf.TEXT_LIMIT + 1);
        RawSource mail = RawSource.of(
                ("From: jo@example.org\r\n\r\n" + (made ? "short" : text)).getBytes(StandardCharsets.US_ASCII));
        ChainResult chain = run(mail, changing(changed -> made ? changed.text(text) : changed));
        assertThat(warnings(chain)).singleElement().asString().contains("500001", where);
    }

    private static String stored(Transformer transformer) throws IOException {
        MadeBytes made = MadeBytes.of(run(transformer), true);
        RawContent html = made.contents().get(MadeTable.HTML);
        return html == null ? null : new String(html.open(0, html.size()).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> warnings(ChainResult chain) {
        MailMessage mail = chain.message();
        return ContentOf.mail(mail, chain.read(), new KindDetector().detect(mail), NewText.of(mail.text()))
                .warnings();
    }

    private static Transformer changing(UnaryOperator<MailMessageBuilder> change) {
        return (mail, context) ->
                TransformResult.changed(change.apply(mail.toBuilder()).build(), "Changed it.");
    }

    private static ChainResult run(Transformer transformer) throws IOException {
        return run(MAIL, transformer);
    }

    private static ChainResult run(RawSource mail, Transformer transformer) throws IOException {
        MimeReader reader = new MimeReader();
        return new TransformerChain(List.of(new TransformerStep("one", transformer, FailureAction.WRAP)))
                .run(reader.read(mail), new TransformContext(mail, reader));
    }
}
