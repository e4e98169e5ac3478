package dev.serai.chain;

import dev.serai.files.Generation;
import dev.serai.files.TransformerDefinition;
import dev.serai.files.TransformersDefinition;
import dev.serai.mime.MimeReader;
import dev.serai.mime.MimeWriter;
import dev.serai.mime.RawSource;
import dev.serai.transform.ChainListener;
import dev.serai.transform.ChainResult;
import dev.serai.transform.Direction;
import dev.serai.transform.FailureAction;
import dev.serai.transform.Scratch;
import dev.serai.transform.ScratchBytes;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformerChain;
import dev.serai.transform.TransformerFactories;
import dev.serai.transform.TransformerStep;
import dev.serai.transform.WatchedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The transformers of one generation, made once. Safe for several threads. */
public final class Chains {
    /** What all outbound transformers may take for one mail: less than a strategy's run may. */
    static final Duration OUTBOUND_TIME = Duration.ofSeconds(20);

    private static final TransformerChain NOBODY = new TransformerChain(List.of());

    private final TransformersDefinition definition;
    private final TransformerFactories factories;
    private final Path scratch;
    private final ChainListener listener;
    private final MimeReader reader = new MimeReader();
    private final Map<List<String>, TransformerChain> inbound = new ConcurrentHashMap<>();
    private final TransformerChain outbound;

    /**
     * @param classes where transformers' classes are found
     * @param scratch a folder for what transformers make, until it is stored; made when it is needed
     * @param listener is told of every run
     */
    public Chains(Generation generation, ClassLoader classes, Path scratch, ChainListener listener) {
        this.definition = generation.transformers();
        this.factories = new TransformerFactories(classes);
        this.scratch = scratch;
        this.listener = listener;
        this.outbound = chain(Direction.OUTBOUND, List.of(), OUTBOUND_TIME);
    }

    /** For a dry run: nobody counts, and files lie in the system's temporary folder. */
    public static Chains forTrial(Generation generation, ClassLoader classes) {
        return new Chains(
                generation, classes, Path.of(System.getProperty("java.io.tmpdir", "/tmp")), ChainListener.NONE);
    }

    /**
     * Reads received mail and runs its transformers.
     *
     * @param selection the names of those that run; all when empty
     * @return to be closed when it was stored or given up
     * @throws IOException when the bytes cannot be read, which is never the mail's fault
     */
    public ChainResult inbound(RawSource raw, List<String> selection) throws IOException {
        TransformerChain chain = inbound.computeIfAbsent(
                selection, names -> chain(Direction.INBOUND, names, TransformerChain.DEFAULT_TIME));
        return run(chain, raw, Direction.INBOUND);
    }

    /** Reads mail that nobody transforms. */
    public ChainResult untouched(RawSource raw) throws IOException {
        return run(NOBODY, raw, Direction.INBOUND);
    }

    /** The same with mail that is about to leave, the account's header lines and all. */
    public ChainResult outbound(RawSource raw) throws IOException {
        return run(outbound, raw, Direction.OUTBOUND);
    }

    /**
     * The changed mail as it is to leave. A message that transformers changed is written as MIME.
     *
     * @throws IOException when there is no room, or bytes cannot be read
     */
    public ScratchBytes written(ChainResult chain) throws IOException {
        return chain.raw() instanceof ScratchBytes made && chain.message().equals(chain.read())
                ? made
                : chain.scratch().write(out -> MimeWriter.write(chain.message(), chain.read(), chain.raw(), out));
    }

    /** Whether there are outbound transformers. */
    public boolean hasOutbound() {
        return !outbound.isEmpty();
    }

    private ChainResult run(TransformerChain chain, RawSource raw, Direction direction) throws IOException {
        RawSource watched = new WatchedSource(raw);
        Scratch room = Scratch.ofMail(scratch, raw.size());
        try {
            return chain.run(reader.read(watched), new TransformContext(watched, reader, direction, room));
        } catch (IOException | RuntimeException | Error failure) {
            room.close();
            throw failure;
        }
    }

    private TransformerChain chain(Direction direction, List<String> selection, Duration time) {
        List<TransformerStep> steps = definition.chain(direction).stream()
                .filter(TransformerDefinition::enabled)
                .filter(one -> selection.isEmpty() || selection.contains(one.name()))
                .map(one -> step(one, direction))
                .toList();
        return new TransformerChain(steps, time, listener);
    }

    private TransformerStep step(TransformerDefinition one, Direction direction) {
        return new TransformerStep(
                one.name(),
                factories.find(one.type(), direction).create(one.config()),
                FailureAction.of(one.onFailure().name()),
                one.deadline(),
                one.debugLog() ? TransformerLog.of(one.name()) : null);
    }
}
