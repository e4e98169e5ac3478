package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import dev.serai.store.Store;
import dev.serai.store.TenantTable;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database knows of generations, written as the hub sees it. */
final class Records implements Succession.Lives {
    private static final String SUBJECT = "config:files";
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final Store store;
    private final String node;
    private final int kept;
    private final Clock clock = Clock.systemUTC();

    /** @param kept how many sets are kept besides those that are live */
    Records(Store store, String node, int kept) {
        this.store = store;
        this.node = node;
        this.kept = kept;
    }

    void store(Generation generation) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : generation.files().paths()) {
            generation.files().bytes(path).ifPresent(bytes -> files.put(path, bytes));
        }
        store.transact(tx -> {
            tx.generations().store(generation.id(), files, tx.now());
            return true;
        });
    }

    @Override
    public GenerationLife draft(Generation generation, Begin begin, @Nullable String holdsAgainst, Changes changes) {
        return new GenerationLife(
                UUID.randomUUID().toString(),
                generation.id(),
                node,
                clock.instant(),
                null,
                begin,
                holdsAgainst,
                changes);
    }

    /** Writes that a generation is live here, and the event that says so. */
    @Override
    public GenerationLife begin(GenerationLife draft) {
        return store.transact(tx -> {
            GenerationLife life = draft.from(tx.now());
            tx.generations().begin(life);
            tx.events().append(TenantTable.HUB, SUBJECT, applied(life));
            return life;
        });
    }

    @Override
    public Optional<GenerationLife> find(String id) {
        return store.transact(tx -> tx.generations().life(id));
    }

    void rejected(Generation generation, List<Problem> problems) {
        store.transact(tx -> {
            tx.events()
                    .append(
                            TenantTable.HUB,
                            SUBJECT,
                            NewEvent.of("serai.config.rejected", "files")
                                    .because(problems.get(0).toString())
                                    .with(Map.of(
                                            "set",
                                            generation.id(),
                                            "problems",
                                            problems.stream()
                                                    .limit(20)
                                                    .map(Problem::toString)
                                                    .toList())));
            return true;
        });
    }

    /** Forgets what is too old. */
    void forget() {
        store.transact(tx -> {
            tx.generations().forget(kept, tx.now().minus(ON_ITS_WAY));
            return true;
        });
    }

    /** This node runs nothing any more. */
    void end() {
        store.transact(tx -> {
            tx.generations().end(node, tx.now());
            return true;
        });
    }

    private static NewEvent applied(GenerationLife life) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", life.begin().source());
        data.put("node", life.node());
        data.put("added", life.changes().added());
        data.put("changed", life.changes().changed());
        data.put("removed", life.changes().removed());
        return NewEvent.of("serai.config.applied", life.begin().actor())
                .by(life.generation())
                .with(data);
    }
}
