package dev.serai.intake;

import dev.serai.bounces.BounceBook;
import dev.serai.chain.Chains;
import dev.serai.files.Generation;
import dev.serai.files.MailPoint;
import dev.serai.files.OwnAddresses;
import dev.serai.kind.Classification;
import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.mime.RawSource;
import dev.serai.text.LanguageGuess;
import dev.serai.text.NewText;
import dev.serai.transform.ChainResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads mail with the transformers of one generation: parse, transform, kind, language. Safe for several threads. */
public final class MailIntake {
    private final KindDetector kinds;
    private final Chains chains;
    private final OwnAddresses own;

    public MailIntake(Generation generation, Chains chains) {
        this.kinds = new KindDetector(BounceBook.load(generation.bounces()).table());
        this.own = OwnAddresses.of(generation);
        this.chains = chains;
    }

    /** The addresses that are ours by the same files. */
    OwnAddresses own() {
        return own;
    }

    /**
     * Reads one mail.
     *
     * @param mailbox whose mail it is; null for mail that came through no mailbox
     * @param tenant to whom the addresses of the mail are ours or others'
     * @return to be closed when it was stored or given up
     * @throws IOException when the bytes cannot be read, which is never the mail's fault
     */
    public Reading read(RawSource raw, @Nullable MailPoint mailbox, String tenant) throws IOException {
        return read(chains.inbound(raw, mailbox == null ? List.of() : mailbox.transformers()), mailbox, tenant);
    }

    /** The same with mail that went through its chain. */
    public Reading read(ChainResult chain, @Nullable MailPoint mailbox, String tenant) {
        try {
            return reading(chain, mailbox, tenant);
        } catch (RuntimeException | Error failure) {
            chain.close();
            throw failure;
        }
    }

    private Reading reading(ChainResult chain, @Nullable MailPoint mailbox, String tenant) {
        MailMessage message = chain.message();
        boolean written = mailbox != null && mailbox.isWrittenHere();
        Classification classification = written ? kinds.written(message) : kinds.detect(message);
        String fixed = mailbox == null ? null : mailbox.language().orElse(null);
        NewText parts = NewText.of(message.text(), message.html());
        String language = fixed != null ? fixed : guess(message, parts);
        return new Reading(
                message,
                chain,
                classification,
                ContentOf.mail(message, chain.read(), classification, parts),
                language,
                MailFacts.of(message, mailbox, own.to(tenant)));
    }

    private static @Nullable String guess(MailMessage message, NewText parts) {
        Optional<String> ofText = LanguageGuess.of(parts.text());
        return ofText.or(() -> LanguageGuess.of(message.subject())).orElse(null);
    }
}
