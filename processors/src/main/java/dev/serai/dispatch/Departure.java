package dev.serai.dispatch;

import dev.serai.chain.Chains;
import dev.serai.interaction.InteractionId;
import dev.serai.mime.RawSource;
import dev.serai.store.MadeTable;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.transform.ChainResult;
import dev.serai.transform.ScratchBytes;
import dev.serai.transform.TransformerOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is about to leave, after its outbound transformers. What they made of it is stored when it is handed over,
 * and is what every try sends. Close it when it was committed or given up.
 */
public final class Departure implements AutoCloseable {
    /** Nobody transforms it. */
    public static final Departure PLAIN = new Departure(null, List.of(), null);

    private final @Nullable ChainResult chain;
    private final List<TransformerOutcome> outcomes;
    private final @Nullable ScratchBytes mail;

    private Departure(@Nullable ChainResult chain, List<TransformerOutcome> outcomes, @Nullable ScratchBytes mail) {
        this.chain = chain;
        this.outcomes = List.copyOf(outcomes);
        this.mail = mail;
    }

    /** Runs the outbound transformers over a mail with all its header lines. */
    static Departure of(Chains chains, RawSource mail) {
        if (!chains.hasOutbound()) {
            return PLAIN;
        }
        ChainResult chain;
        try {
            chain = chains.outbound(mail);
        } catch (IOException failure) {
            throw new UncheckedIOException("the mail cannot be transformed: " + failure.getMessage(), failure);
        }
        try {
            return new Departure(chain, chain.outcomes(), chain.changed() ? chains.written(chain) : null);
        } catch (IOException failure) {
            return new Departure(chain, unwritten(chain, failure), null);
        } catch (RuntimeException failure) {
            chain.close();
            throw failure;
        }
    }

    /** A failure means that the original is sent; whoever changed the mail failed then. */
    private static List<TransformerOutcome> unwritten(ChainResult chain, IOException failure) {
        return chain.outcomes().stream()
                .map(one -> one.result().equals("changed") || one.result().equals("rewritten")
                        ? new TransformerOutcome(
                                one.name(), "failed", "what it made cannot be written: " + failure.getMessage())
                        : one)
                .toList();
    }

    /** What each transformer did. */
    public List<TransformerOutcome> outcomes() {
        return outcomes;
    }

    /** Bytes that it will write, roughly. */
    public long bytes() {
        return mail == null ? 0 : mail.size();
    }

    /** Stores the mail that leaves, in place of one that was made for an earlier account. */
    void store(Tx tx, String tenant, InteractionId id, boolean again) {
        if (mail != null) {
            tx.made().put(tenant, id, MadeTable.MAIL, RawContent.of(mail.size(), mail.sha256(), mail::open));
        } else if (again) {
            tx.made().delete(tenant, id, MadeTable.MAIL);
        }
    }

    /** For the timeline. */
    List<Map<String, String>> told() {
        return outcomes().stream().map(TransformerOutcome::told).toList();
    }

    @Override
    public void close() {
        if (chain != null) {
            chain.close();
        }
    }
}
