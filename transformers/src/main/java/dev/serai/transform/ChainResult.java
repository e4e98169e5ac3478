package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.mime.RawSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the whole chain made of a mail. To be closed when it was stored or given up: what transformers made may lie in
 * temporary files until then.
 *
 * @param message the mail after the last transformer that could be run
 * @param raw the bytes that the message was read from: those that came, or what the last rewriting made
 * @param read what those bytes alone say, before transformers changed the message
 * @param rewritten whether the bytes are others than those that came
 * @param outcomes one per transformer that ran, in order
 * @param stop why the mail may not go on: retry or quarantine; null where it may
 * @param scratch where the made bytes lie
 */
public record ChainResult(
        MailMessage message,
        RawSource raw,
        MailMessage read,
        boolean rewritten,
        List<TransformerOutcome> outcomes,
        @Nullable Stop stop,
        Scratch scratch)
        implements AutoCloseable {
    public ChainResult {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Why a mail may not go on.
     *
     * @param reason as a sentence
     * @param action retry or quarantine
     */
    public record Stop(String reason, FailureAction action) {}

    /** Whether any transformer made anything of it. */
    public boolean changed() {
        return rewritten || !message.equals(read);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
