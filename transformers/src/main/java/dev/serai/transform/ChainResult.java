package dev.serai.transform;

import dev.serai.message.MailMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the whole chain made of a mail.
 *
 * @param message the mail after the last transformer that could be run
 * @param outcomes one per transformer that ran, in order
 * @param stop why the mail may not go on: retry or quarantine; null where it may
 */
public record ChainResult(
        MailMessage message, List<TransformerOutcome> outcomes, TransformResult.@Nullable Failed stop) {
    public ChainResult {
        outcomes = List.copyOf(outcomes);
    }
}
