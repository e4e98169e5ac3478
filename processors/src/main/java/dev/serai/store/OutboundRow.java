package dev.serai.store;

import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The birth of an outbound interaction that the hub itself composed, and who let it leave.
 *
 * @param author whom its birth names: the key or worker of a client, or the strategy that wanted it
 * @param byHub whether the hub or a strategy wanted it, no client
 * @param fromQueue where the interaction lay that it answers or passes on; null for none
 * @param editors who changed it since, each once
 * @param rejectedBy who rejected it last; null while nobody did
 * @param approval the latest; null while there was none, or after an edit
 */
public record OutboundRow(
        String author,
        boolean byHub,
        @Nullable QueueName fromQueue,
        List<String> editors,
        @Nullable String rejectedBy,
        @Nullable Approval approval) {

    public OutboundRow {
        editors = List.copyOf(editors);
    }

    /** Whether somebody wrote any of it. */
    public boolean isOf(String name) {
        return author.equals(name) || editors.contains(name);
    }

    /**
     * Somebody's word that it may leave as it is.
     *
     * @param placement the arrival in `outbound` that it is for: another move voids it
     * @param digest of all that it says and of its envelope
     * @param account the way out that it was approved for
     */
    public record Approval(String by, Instant at, int placement, String digest, String account) {}
}
