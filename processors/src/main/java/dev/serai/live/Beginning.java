package dev.serai.live;

import dev.serai.check.Checker;
import dev.serai.files.ConfigKeys;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.files.StrategyKeys;
import dev.serai.queue.QueueEngine;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import dev.serai.store.Store;
import dev.serai.trial.TrialTests;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the set that a hub starts with: the files on disk, an earlier one that was chosen, or the last good one. */
public final class Beginning {
    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);
    private static final Begin START = new Begin("start", "hub");
    private static final int TRIED = 5;
    private static final Problem REFUSED_BEFORE = Problem.error(
            Place.of("routes", 1),
            "Camel refused a source of these files when they became live last, as the event serai.config.rejected says;"
                    + " edit them, or apply them again");

    private final Hub hub;
    private final Swap swap;
    private final Records records;
    private final Checker checker;

    /**
     * What it is found and run with.
     *
     * @param node the name of this process
     * @param alone whether no other process works on the database
     * @param context the one that the hub always has, not started yet
     */
    public record Hub(
            Home home,
            Settings settings,
            Store store,
            String node,
            boolean alone,
            MeterRegistry meters,
            LiveSet live,
            Workshop workshop,
            ModelCamelContext context,
            QueueEngine engine) {}

    public Beginning(Hub hub) {
        this.hub = hub;
        this.checker = new Checker(hub.settings(), new TrialTests(hub.home(), hub.settings()));
        this.records = new Records(hub.store(), hub.node(), hub.settings().number(ConfigKeys.KEEP));
        this.swap = new Swap(
                hub.workshop(),
                hub.live(),
                records,
                hub.context(),
                hub.engine(),
                hub.settings()
                        .duration(StrategyKeys.DEADLINE)
                        .plus(hub.settings().duration(StrategyKeys.LEASE)));
    }

    /** Ends what is live here; to be called when nothing is in hand any more. */
    public AutoCloseable end() {
        return () -> {
            swap.close();
            records.end();
        };
    }

    /**
     * Makes the first set live.
     *
     * @throws RefusedException when the files are wrong, and no earlier set is there or starts
     */
    public Generations begin(OnDisk disk) throws RefusedException {
        if (hub.alone()) {
            hub.store().transact(tx -> {
                tx.generations().endAll(tx.now());
                return true;
            });
        }
        List<GenerationLife> lives = hub.store().read(tx -> tx.generations().lives(100));
        Optional<GenerationLife> last = lives.stream().findFirst();
        if (last.isPresent() && disk.generation().id().equals(last.get().holdsAgainst())) {
            Optional<Generations> chosen = chosen(last.get(), disk);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        List<Problem> errors = new ArrayList<>(disk.errors());
        Optional<Generation> before = last.flatMap(this::stored);
        if (errors.isEmpty()) {
            before.filter(good -> !good.id().equals(disk.generation().id()))
                    .ifPresent(good -> errors.addAll(worse(disk, good)));
        }
        if (errors.isEmpty()) {
            try {
                Changes changes = before.map(good -> Difference.between(good, disk.generation()))
                        .orElse(Changes.NONE);
                GenerationLife life = swap.first(disk.generation(), START, null, changes);
                return generations(new Standing(disk.generation(), life, List.of(), disk.warnings()), "");
            } catch (RefusedException refused) {
                errors.addAll(refused.problems());
            }
        }
        return generations(lastGood(lives, disk, errors), disk.generation().id());
    }

    /** The set that was preferred to the one on disk: by an operator, or because Camel refused that one. */
    private Optional<Generations> chosen(GenerationLife last, OnDisk disk) {
        List<Problem> errors = new ArrayList<>(disk.errors());
        boolean restored = last.begin().equals(Succession.RESTORE);
        if (restored && errors.isEmpty()) {
            errors.add(REFUSED_BEFORE);
        }
        errors.forEach(problem -> LOG.error("file refused problem={}", problem));
        String id = disk.generation().id();
        return tried(last, restored ? Succession.RESTORE : START, id, errors)
                .map(standing -> generations(standing, errors.isEmpty() ? "" : id));
    }

    /** What the engineers' tests say, and the work that would be left behind; asked only when there is a choice. */
    private List<Problem> worse(OnDisk disk, Generation good) {
        List<Problem> errors = new ArrayList<>(checker.check(disk.generation()).stream()
                .filter(Problem::isError)
                .toList());
        errors.addAll(new Obstacles(hub.store()).between(good, disk.generation()));
        return errors;
    }

    private Standing lastGood(List<GenerationLife> lives, OnDisk disk, List<Problem> errors) throws RefusedException {
        errors.forEach(problem -> LOG.error("file refused problem={}", problem));
        Set<String> tried = new LinkedHashSet<>(Set.of(disk.generation().id()));
        for (GenerationLife life : lives) {
            if (tried.size() <= TRIED && tried.add(life.generation())) {
                Optional<Standing> good = tried(life, START, null, errors);
                if (good.isPresent()) {
                    LOG.error(
                            "the files have errors, a set that was live before runs generation={}", life.generation());
                    records.rejected(disk.generation(), errors);
                    return good.get();
                }
            }
        }
        throw new RefusedException(errors);
    }

    private Optional<Standing> tried(
            GenerationLife life, Begin begin, @Nullable String holdsAgainst, List<Problem> errors) {
        Optional<Generation> generation = stored(life);
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        try {
            GenerationLife begun = swap.first(generation.get(), begin, holdsAgainst, Changes.NONE);
            return Optional.of(new Standing(generation.get(), begun, errors, List.of()));
        } catch (RefusedException refused) {
            LOG.error(
                    "a set that was live before does not start generation={} problem={}",
                    life.generation(),
                    refused.problems().get(0));
            return Optional.empty();
        }
    }

    private Optional<Generation> stored(GenerationLife life) {
        var contents = hub.store().read(tx -> tx.generations().contents(life.generation()));
        return contents.isEmpty() ? Optional.empty() : Optional.of(Generation.of(FileSet.of(contents)));
    }

    private Generations generations(Standing first, String refused) {
        return new Generations(hub.home(), hub.store(), checker, swap, records, hub.meters(), first, refused);
    }
}
