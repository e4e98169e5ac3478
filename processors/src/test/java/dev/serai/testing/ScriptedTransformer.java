package dev.serai.testing;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailHeader;
import dev.serai.message.MailMessage;
import dev.serai.transform.Direction;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerConfig;
import dev.serai.transform.TransformerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A transformer that does what its configuration says, to mails whose subject has its word. */
public final class ScriptedTransformer implements TransformerFactory {
    /** Bytes of what `attach` attaches: several chunks of the store. */
    public static final int ATTACHED = 700_000;

    /** What it does. */
    public enum Act {
        FAIL,
        HANG,
        REWRITE,
        ATTACH,
        STAMP,
        HTML
    }

    @Override
    public String type() {
        return "scripted";
    }

    @Override
    public Set<Direction> directions() {
        return Set.of(Direction.INBOUND, Direction.OUTBOUND);
    }

    @Override
    public Transformer create(TransformerConfig config) {
        String word = config.text("word", "");
        Act act = config.choice("does", Act.class, Act.FAIL);
        return (message, context) ->
                message.subject().contains(word) ? act(act, message, context) : TransformResult.unchanged();
    }

    private static TransformResult act(Act act, MailMessage message, TransformContext context) throws Exception {
        return switch (act) {
            case FAIL -> throw new IllegalStateException("told to fail");
            case HANG -> {
                TimeUnit.MINUTES.sleep(1);
                yield TransformResult.unchanged();
            }
            case REWRITE ->
                TransformResult.rewritten(
                        context.scratch().write(out -> out.write(rewritten(context))), "Rewrote the body.");
            case ATTACH ->
                TransformResult.changed(
                        message.toBuilder().addAttachment(attached()).build(), "Attached a file.");
            case STAMP -> TransformResult.changed(stamped(message), "Stamped it.");
            case HTML ->
                TransformResult.changed(
                        message.toBuilder().html("<p>Größe 5</p>").build(), "Made HTML.");
        };
    }

    private static byte[] rewritten(TransformContext context) throws IOException {
        try (InputStream in = context.raw().open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("secret", "public")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static MailMessage stamped(MailMessage message) {
        List<MailHeader> headers = new ArrayList<>(message.headers());
        headers.add(new MailHeader("X-Stamp", "seen"));
        return message.toBuilder()
                .headers(headers, message.rawHeaders())
                .text(message.text() + "\nThis was stamped.\n")
                .build();
    }

    /** What `attach` attaches. */
    public static byte[] bytes() {
        byte[] bytes = new byte[ATTACHED];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        return bytes;
    }

    private static Attachment attached() {
        return new Attachment(
                0, "made.bin", "application/octet-stream", ATTACHED, false, null, "", Content.of(bytes()));
    }
}
