package dev.serai.point;

import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.files.PointDefaults;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.Unit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where capture points have documents applied: operation by operation, in order, each once. */
public final class PointDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PointDesk.class);
    /** Operations in one commit, at most. */
    private static final int CHUNK = 50;
    /** Bytes in one commit, roughly. */
    private static final long CHUNK_BYTES = 1L << 20;

    private final Store store;
    private final Supplier<Generation> live;
    private final Clock clock;

    /** @param live the files that decide */
    public PointDesk(Store store, Supplier<Generation> live, Clock clock) {
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Applies a document. What comes back is durable; applied operations stay so, whatever becomes of later ones.
     *
     * @throws StoreException.Unavailable when the database is away: some operations may be done, and the same delivery
     *     may be given again
     * @throws StoreException.Trouble when the hub failed on an operation in a way that says nothing of it; as before, the
     *     same delivery may be given again
     * @throws RefusedException when the key was used for another document; nothing was done
     */
    public Fate apply(Delivery delivery, Document document) {
        return apply(delivery, document, Around.NOTHING);
    }

    /**
     * The same, with something that its transactions do beside it.
     *
     * @throws Around.Overtaken when that says that somebody else does it
     */
    public Fate apply(Delivery delivery, Document document, Around around) {
        return applyAll(List.of(new Asked(delivery, document)), around).get(0);
    }

    /**
     * A document with how it came.
     *
     * @param delivery with a key of its own
     */
    public record Asked(Delivery delivery, Document document) {}

    /**
     * Applies many documents of one point as {@link #apply} does one, with as few commits.
     *
     * @return what became of each, in order
     */
    public List<Fate> applyAll(List<Asked> all) {
        return applyAll(all, Around.NOTHING);
    }

    /**
     * The same, with something that its transactions do beside it.
     *
     * @throws Around.Overtaken as at {@link #apply(Delivery, Document, Around)}
     */
    public List<Fate> applyAll(List<Asked> all, Around around) {
        if (all.isEmpty()) {
            return List.of();
        }
        PointActs acts = new PointActs(all.get(0).delivery().point(), live.get(), clock);
        List<PointOperation> operations =
                all.stream().flatMap(asked -> operations(asked, acts)).toList();
        List<Fate.Result> results = new ArrayList<>();
        while (results.size() < operations.size()) {
            Frame frame = new Frame(around, List.copyOf(results), operations.size());
            results.addAll(together(chunk(operations.subList(results.size(), operations.size())), frame));
        }
        return fates(all, results);
    }

    private static Stream<PointOperation> operations(Asked asked, PointActs acts) {
        Infos infos = new Infos();
        return IntStream.rangeClosed(1, asked.document().requests().size())
                .mapToObj(number -> new PointOperation(asked.delivery(), asked.document(), number, acts, infos));
    }

    private static List<Fate> fates(List<Asked> all, List<Fate.Result> results) {
        List<Fate> fates = new ArrayList<>();
        int from = 0;
        for (Asked asked : all) {
            int to = from + asked.document().requests().size();
            fates.add(new Fate(asked.document(), results.subList(from, to)));
            from = to;
        }
        return fates;
    }

    /**
     * The source of a point has been told of deliveries of one operation each.
     *
     * @param over are forgotten: the next one under the same key is a new one
     * @param known stay known for as long as answers are kept
     */
    public void told(List<Delivery> over, List<Delivery> known) {
        store.writeNow(tx -> {
            tx.deliveries().forget(over.stream().map(Delivery::name).toList());
            tx.deliveries().acknowledge(known.stream().map(Delivery::name).toList());
            return true;
        });
    }

    /** The source knows that a delivery was applied and will not bring it again: its answers need not be kept for it. */
    public void acknowledged(Delivery delivery) {
        store.acknowledged(delivery.name());
    }

    /** Whether every operation of the document is answered already, under this delivery's key. */
    public boolean isDone(Delivery delivery, Document document) {
        PointDefaults point = delivery.point();
        String last = delivery.keyOf(document.requests().size());
        return store.read(
                        tx -> tx.deliveries().load(point.tenant(), point.name().value(), last))
                .isPresent();
    }

    private static List<PointOperation> chunk(List<PointOperation> left) {
        int size = 1;
        long bytes = left.get(0).bytes();
        while (size < Math.min(left.size(), CHUNK) && bytes < CHUNK_BYTES) {
            bytes += left.get(size++).bytes();
        }
        return left.subList(0, size);
    }

    private List<Fate.Result> together(List<PointOperation> operations, Frame frame) {
        try {
            return store.writeNow(frame.of(new PointChunk(operations)));
        } catch (StoreException.Unavailable | RefusedException | Around.Overtaken all) {
            throw all;
        } catch (RuntimeException oneOfThem) {
            List<Fate.Result> results = new ArrayList<>();
            operations.forEach(operation -> results.addAll(alone(operation, frame.after(results))));
            return results;
        }
    }

    /** What the database refuses for its values, or the code fails on, is refused: given again, it would fail again. */
    private List<Fate.Result> alone(PointOperation operation, Frame frame) {
        try {
            return store.writeNow(frame.of(new PointChunk(List.of(operation))));
        } catch (StoreException.Unavailable | StoreException.Trouble | RefusedException | Around.Overtaken all) {
            throw all;
        } catch (StoreException.BadData bad) {
            String detail = "it cannot be stored as it is: " + bad.getMessage();
            return refused(operation, Refusal.of(Code.INVALID_REQUEST, detail), frame);
        } catch (RuntimeException unforeseen) {
            LOG.error(
                    "operation failed, it is refused point={}",
                    operation.delivery().point().name(),
                    unforeseen);
            return refused(
                    operation, Refusal.of(Code.INTERNAL, "the hub failed on this operation; its log says why"), frame);
        }
    }

    private List<Fate.Result> refused(PointOperation operation, Refusal refusal, Frame frame) {
        Unit<Fate.Result> refused = operation.refused(refusal);
        return store.writeNow(frame.of(tx -> List.of(refused.apply(tx))));
    }
}
