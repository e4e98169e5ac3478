package dev.serai.feedback;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.store.Tx;
import dev.serai.store.Undeliverable;
import org.jspecify.annotations.Nullable;

/** What a server says of an address when it refuses it at RCPT: the same as a bounce, and no report follows. */
public final class Doorstep {
    private static final String OF_ADDRESS = "5.1.";

    private Doorstep() {}

    /**
     * Marks the address where the server says that nobody is there; what else it may mean is no word about the address.
     *
     * @param mail the outbound mail
     * @param status as RFC 3463 writes it; null where the server gave none
     */
    public static void refused(
            Tx tx, String tenant, InteractionId mail, String address, @Nullable String status, String words) {
        if (status == null || !status.startsWith(OF_ADDRESS) || Fate.failure(status) != Fate.HARD) {
            return;
        }
        boolean answer = tx.interactions()
                .load(tenant, mail)
                .map(Interaction::origin)
                .filter(origin -> Kind.isAutomaticAnswer(origin.subtype()))
                .isPresent();
        tx.undeliverable().add(tenant, Undeliverable.first(address, true, tx.now(), status, words, answer, mail));
    }
}
