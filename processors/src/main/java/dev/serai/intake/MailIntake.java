package dev.serai.intake;

import dev.serai.files.Generation;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.OwnAddresses;
import dev.serai.files.TransformerDefinition;
import dev.serai.kind.Classification;
import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.text.LanguageGuess;
import dev.serai.transform.ChainResult;
import dev.serai.transform.Direction;
import dev.serai.transform.FailureAction;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformerChain;
import dev.serai.transform.TransformerFactories;
import dev.serai.transform.TransformerStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads mail with the transformers of one generation: parse, transform, kind, language. Safe for several threads. */
public final class MailIntake {
    private final MimeReader reader = new MimeReader();
    private final KindDetector kinds = new KindDetector();
    private final TransformerFactories factories;
    private final Generation generation;
    private final OwnAddresses own;
    private final Map<List<String>, TransformerChain> chains = new java.util.concurrent.ConcurrentHashMap<>();

    public MailIntake(Generation generation, ClassLoader transformerClasses) {
        this.generation = generation;
        this.own = OwnAddresses.of(generation);
        this.factories = new TransformerFactories(transformerClasses);
    }

    /**
     * Reads one mail.
     *
     * @param mailbox whose mail it is; null for mail that came through no mailbox
     * @throws IOException when the bytes cannot be read, which is never the mail's fault
     */
    public Reading read(RawSource raw, @Nullable MailboxDefinition mailbox) throws IOException {
        ChainResult chain = transform(raw, mailbox);
        MailMessage message = chain.message();
        Classification classification = kinds.detect(message);
        String fixed = mailbox == null ? null : mailbox.language().orElse(null);
        String language = fixed != null ? fixed : guess(message);
        return new Reading(
                message,
                chain,
                classification,
                ContentOf.mail(message, classification),
                language,
                MailFacts.of(message, mailbox, own));
    }

    /** The mail after the transformers, as {@link #read} sees it. */
    public ChainResult transform(RawSource raw, @Nullable MailboxDefinition mailbox) throws IOException {
        MailMessage parsed = reader.read(raw);
        List<String> selection = mailbox == null ? List.of() : mailbox.transformers();
        return chains.computeIfAbsent(selection, this::chain).run(parsed, new TransformContext(raw, reader));
    }

    private TransformerChain chain(List<String> selection) {
        return new TransformerChain(generation.transformers().inbound().stream()
                .filter(TransformerDefinition::enabled)
                .filter(definition -> selection.isEmpty() || selection.contains(definition.name()))
                .map(this::step)
                .toList());
    }

    private TransformerStep step(TransformerDefinition definition) {
        return new TransformerStep(
                definition.name(),
                factories.find(definition.type(), Direction.INBOUND).create(definition.config()),
                FailureAction.of(definition.onFailure().name()));
    }

    private static @Nullable String guess(MailMessage message) {
        Optional<String> ofText = LanguageGuess.of(message.text());
        return ofText.or(() -> LanguageGuess.of(message.subject())).orElse(null);
    }
}
