package dev.serai.strategy;

import dev.serai.interaction.QueueName;
import dev.serai.store.OutboundRow.Approval;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an outbound interaction that the hub composed, beside what it says.
 *
 * @param author who wrote it: a key, a worker, or the strategy that wanted it
 * @param byHub whether the hub or a strategy wanted it, no client
 * @param editors who changed it since
 * @param parentQueue where the interaction lay that it answers or passes on; null for none
 * @param approval that holds for this placement; null where there is none
 * @param account the name of the account that it would leave by; empty where there is none
 * @param html its HTML as text; empty where it has none. Read when asked for
 */
public record Written(
        String author,
        boolean byHub,
        List<String> editors,
        @Nullable QueueName parentQueue,
        @Nullable Approval approval,
        Supplier<String> account,
        Supplier<String> html) {

    /** Whether no client had a hand in it. */
    boolean isUntouched() {
        return byHub && editors.isEmpty();
    }
}
