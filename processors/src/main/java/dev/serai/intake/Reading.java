package dev.serai.intake;

import dev.serai.interaction.Content;
import dev.serai.kind.Classification;
import dev.serai.message.MailMessage;
import dev.serai.transform.ChainResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What intake read of one mail, before anybody stored it.
 *
 * @param message the mail after the transformers
 * @param chain what each transformer did
 * @param content the same as an interaction holds it
 * @param language null where neither the mailbox nor the text tells
 * @param userData what every mail brings: addresses, names, other headers, attachment names
 */
public record Reading(
        MailMessage message,
        ChainResult chain,
        Classification classification,
        Content content,
        @Nullable String language,
        Map<String, Object> userData) {

    /** The subtype that its kind makes it, for one that joins no thread of ours. */
    public String subtype() {
        return switch (classification.kind()) {
            case DELIVERY_FAILURE -> "InboundNDR";
            case DELIVERY_REPORT -> "InboundReport";
            case DISPOSITION -> "InboundDisposition";
            default -> "InboundNew";
        };
    }
}
