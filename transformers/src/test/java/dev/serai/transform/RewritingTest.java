package dev.serai.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailHeader;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewritingTest {
    private static final String MAIL = "From: a@example.org\r\nMessage-ID: <1@x>\r\nSubject: s\r\n\r\ntext\r\n";

    @TempDir
    private Path folder;

    private final RawSource raw = RawSource.of(MAIL.getBytes(StandardCharsets.US_ASCII));

    @Test
    void rewrittenBytesShouldBeWhatTheNextOneReads() throws Exception {
        ChainResult result = run(Direction.INBOUND, replace("text", "other"), (message, context) -> {
            assertThat(message.text()).isEqualTo("other\n");
            assertThat(bytes(context.raw())).contains("other");
            return TransformResult.unchanged();
        });
        assertThat(result.outcomes()).extracting(TransformerOutcome::result).containsExactly("rewritten", "unchanged");
        assertThat(result.rewritten()).isTrue();
        assertThat(bytes(result.raw())).isEqualTo(MAIL.replace("text", "other"));
    }

    @Test
    void bytesOfAChangedMessageShouldSayTheChange() throws Exception {
        Transformer changes = (message, context) ->
                TransformResult.changed(message.toBuilder().subject("changed").build(), "Changed.");
        ChainResult result = run(Direction.INBOUND, changes, (message, context) -> {
            assertThat(bytes(context.mime(message))).contains("Subject: changed");
            return TransformResult.rewritten(context.mime(message), "Written.");
        });
        assertThat(result.message().subject()).isEqualTo("changed");
    }

    @Test
    void largeMailShouldBeRewrittenThroughAFileThatGoesAway() throws Exception {
        ChainResult result = run(
                Direction.INBOUND,
                (message, context) -> TransformResult.rewritten(
                        context.scratch().write(out -> writeLarge(context.raw(), out)), "Larger."));
        assertThat(result.raw().size()).isGreaterThan(3 << 20);
        assertThat(folder).isNotEmptyDirectory();
        result.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftBehindShouldBeClearedAway() throws Exception {
        run(
                Direction.INBOUND,
                (message, context) -> TransformResult.rewritten(
                        context.scratch().write(out -> writeLarge(context.raw(), out)), "Larger."));
        Scratch.clear(folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void attachmentThatIsMadeShouldBeTakenWithTheSizeThatItReallyHas() throws Exception {
        Attachment claimed = new Attachment(
                0,
                "a.txt",
                "text/plain",
                99,
                false,
                null,
                "wrong",
                Content.of("four".getBytes(StandardCharsets.US_ASCII)));
        ChainResult result = run(
                Direction.INBOUND,
                (message, context) -> TransformResult.changed(
                        message.toBuilder().addAttachment(claimed).build(), "Added."));
        Attachment made = result.message().attachments().get(0);
        assertThat(made.size()).isEqualTo(4);
        assertThat(made.sha256()).hasSize(64);
        assertThat(made.content()).isInstanceOf(ScratchBytes.class);
    }

    @Test
    void outboundMailShouldKeepMessageIdAndFrom() throws Exception {
        List<Transformer> evil = List.of(
                replace("<1@x>", "<2@x>"),
                replace("a@example.org", "b@example.org"),
                replace("Subject:", "From: c@example.org\r\nSubject:"),
                (message, context) -> {
                    List<MailHeader> headers = new ArrayList<>(message.headers());
                    headers.set(0, new MailHeader("From", "d@example.org"));
                    return TransformResult.changed(
                            message.toBuilder().headers(headers, "").build(), "Changed.");
                });
        for (Transformer transformer : evil) {
            ChainResult result = run(Direction.OUTBOUND, transformer);
            assertThat(result.outcomes().get(0).result()).isEqualTo("failed");
            assertThat(result.outcomes().get(0).reason()).contains("which an outbound transformer may not");
            assertThat(result.changed()).isFalse();
        }
    }

    @Test
    void outboundFailureShouldBeABypassWhateverItsAction() throws Exception {
        ChainResult result =
                run(Direction.OUTBOUND, (message, context) -> TransformResult.failed("no", FailureAction.WRAP));
        assertThat(result.stop()).isNull();
        assertThat(result.changed()).isFalse();
    }

    private ChainResult run(Direction direction, Transformer... transformers) throws Exception {
        List<TransformerStep> steps = new ArrayList<>();
        for (Transformer transformer : transformers) {
            steps.add(new TransformerStep("step", transformer, FailureAction.QUARANTINE));
        }
        MailMessage mail = new MimeReader().read(raw);
        TransformContext context = new TransformContext(raw, new MimeReader(), direction, new Scratch(folder));
        ChainResult result = new TransformerChain(steps).run(mail, context);
        assertThat(result.stop()).isNull();
        return result;
    }

    private static Transformer replace(String old, String with) {
        return (message, context) -> TransformResult.rewritten(
                context.scratch()
                        .write(out -> out.write(
                                bytes(context.raw()).replace(old, with).getBytes(StandardCharsets.US_ASCII))),
                "Replaced.");
    }

    private static void writeLarge(RawSource raw, OutputStream out) throws java.io.IOException {
        try (InputStream in = raw.open()) {
            in.transferTo(out);
        }
        byte[] line = "0123456789\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 300; i++) {
            out.write(line);
        }
    }

    private static String bytes(RawSource raw) throws java.io.IOException {
        try (InputStream in = raw.open()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
