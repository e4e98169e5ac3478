package dev.serai.trial;

import dev.serai.chain.Chains;
import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.Departure;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.mime.RawSource;
import dev.serai.transform.ChainResult;
import dev.serai.transform.TransformerOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What outbound transformers would do to the mails that a trial leads to. Nothing of them is kept. */
final class Departures {
    private final Chains chains;
    private final Generation generation;
    private final Outbox outbox;

    Departures(Chains chains, Generation generation) {
        this.chains = chains;
        this.generation = generation;
        OwnAddresses own = OwnAddresses.of(generation);
        this.outbox = new Outbox(
                Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
                Clock.systemUTC(),
                ThreadTokens.of("a secret for trials"),
                () -> own);
    }

    /** Of an automatic reply, composed as it would be; nothing where it could not be. */
    List<TransformerOutcome> of(Interaction parent, OutboundDraft draft) {
        if (!chains.hasOutbound() || draft.kind() == OutboundDraft.Kind.REDIRECT) {
            return List.of();
        }
        try {
            AccountDefinition account = new AccountChoice(generation).forReplyTo(parent);
            try (PreparedOutbound mail = outbox.prepare(parent, draft, account);
                    Departure departure = outbox.depart(chains, mail.id(), mail.from(), mail.source(), account)) {
                return departure.outcomes();
            }
        } catch (NoAccountException | IllegalArgumentException impossible) {
            return List.of();
        }
    }

    /** Of an outbound mail that a test gives, as it is. */
    List<TransformerOutcome> of(RawSource mail) throws IOException {
        try (ChainResult result = chains.outbound(mail)) {
            return result.outcomes();
        }
    }
}
