package dev.serai.app;

import dev.serai.check.Checker;
import dev.serai.check.StrategyTests;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.store.GenerationLife;
import dev.serai.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which files the hub runs by: those on disk when they are valid, else the set that was live last. */
final class LiveFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFiles.class);

    private final Live live;
    private final List<Problem> refused;

    private LiveFiles(Live live, List<Problem> refused) {
        this.live = live;
        this.refused = List.copyOf(refused);
    }

    /** What the files on disk are worth, before any database is asked. */
    record OnDisk(Generation generation, List<Problem> errors) {
        static OnDisk read(Home home, Settings settings) {
            Generation generation = Generation.load(home);
            List<Problem> errors = new Checker(settings, StrategyTests.none())
                    .check(generation).stream().filter(Problem::isError).toList();
            return new OnDisk(generation, errors);
        }
    }

    /**
     * Makes the files on disk live and keeps them; with errors in them the last good set is run instead.
     *
     * @throws HubException when there are errors and no set was ever live; the message lists them
     */
    static LiveFiles choose(OnDisk disk, Store store, Settings settings, Home home, Live.Surroundings around)
            throws HubException {
        if (disk.errors().isEmpty()) {
            keep(disk.generation(), store);
            return new LiveFiles(Live.of(disk.generation(), settings, home, around), List.of());
        }
        Optional<Map<String, byte[]>> last = store.read(tx -> tx.generations().lives(1).stream()
                .findFirst()
                .<Map<String, byte[]>>map(life -> tx.generations().contents(life.generation())));
        if (last.isEmpty()) {
            throw new HubException("the files have errors, and no earlier set was ever live:\n"
                    + disk.errors().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        disk.errors().forEach(problem -> LOG.error("file refused problem={}", problem));
        Generation good = Generation.of(FileSet.of(last.get()));
        LOG.error("the files have errors, the set that was live last runs generation={}", good.id());
        return new LiveFiles(Live.of(good, settings, home, around), disk.errors());
    }

    Live live() {
        return live;
    }

    /** Errors of the files on disk that are therefore not live; empty when all is well. */
    List<Problem> refused() {
        return refused;
    }

    private static void keep(Generation generation, Store store) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String path : generation.files().paths()) {
            generation.files().bytes(path).ifPresent(bytes -> files.put(path, bytes));
        }
        store.transact(tx -> {
            tx.generations().store(generation.id(), files, tx.now());
            tx.generations()
                    .begin(new GenerationLife(
                            UUID.randomUUID().toString(),
                            generation.id(),
                            "node",
                            tx.now(),
                            null,
                            new GenerationLife.Begin("start", "hub"),
                            null,
                            GenerationLife.Changes.NONE));
            return true;
        });
    }
}
