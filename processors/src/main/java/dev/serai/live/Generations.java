package dev.serai.live;

import dev.serai.check.Checker;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.live.Checks.Check;
import dev.serai.live.Checks.Verdict;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which set of files is live: the one on disk when nothing is wrong with it, or an earlier one by choice. Files
 * are checked beside what goes on; of two that are checked at a time those that were read later win.
 */
public final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    private static final Begin EDIT = new Begin("edit", "files");

    private final Home home;
    private final Store store;
    private final Checks checks;
    private final Obstacles obstacles;
    private final Swap swap;
    private final Refusals refusals;
    private volatile Standing standing;
    /** The number of the check that decided last. */
    private long decided;

    Generations(
            Home home,
            Store store,
            Checker checker,
            Swap swap,
            Records records,
            MeterRegistry meters,
            Standing first,
            String refused) {
        this.home = home;
        this.store = store;
        this.checks = new Checks(checker);
        this.obstacles = new Obstacles(store);
        this.swap = swap;
        this.refusals = new Refusals(refused, meters.counter("serai.config.rejected"), records::rejected);
        this.standing = first;
    }

    /** What is live, and what is wrong with what is not. */
    public Standing standing() {
        return standing;
    }

    /** Since when files are checked; empty when none are. */
    public Optional<Instant> checkingSince() {
        return checks.since();
    }

    /**
     * Reads the files on disk now and makes them live.
     *
     * @param actor who wants it
     * @throws RefusedException when something is wrong with them; what was live stays live
     */
    public Standing apply(String actor) throws RefusedException {
        try (Check check = checks.begin()) {
            return become(read(), new Begin("apply", actor), check);
        }
    }

    private Generation read() throws RefusedException {
        try {
            return Generation.load(home);
        } catch (UncheckedIOException unreadable) {
            throw new RefusedException(
                    Problem.error(Place.of("config"), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    /**
     * Makes a set live that was live before. It stays so, through restarts too, until the files on disk are edited or
     * applied. Its tests passed once and are not run again: they may depend on files and times that are gone.
     *
     * @return empty when no such set is kept
     * @throws RefusedException when something is wrong with it by now; what was live stays live
     */
    public Optional<Standing> activate(String id, String actor) throws RefusedException {
        SortedMap<String, byte[]> contents = store.read(tx -> tx.generations().contents(id));
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        Generation next = Generation.of(FileSet.of(contents));
        try (Check check = checks.begin()) {
            Verdict verdict = check.withoutTests(next);
            refuse(verdict.errors());
            return Optional.of(activate(next, read().id(), actor, check, verdict));
        }
    }

    private synchronized Standing activate(Generation next, String disk, String actor, Check check, Verdict verdict)
            throws RefusedException {
        inTurn(check);
        refuse(obstacles.between(standing.generation(), next));
        GenerationLife life = swapped(next, new Begin("activate", actor), disk.equals(next.id()) ? null : disk);
        decided = check.number();
        List<Problem> rejected = refusals.isLast(disk) ? standing.rejected() : List.of();
        return stands(new Standing(next, life, rejected, verdict.warnings()));
    }

    /** The files on disk are these, and have been for a while. */
    void settled(Generation disk) {
        refusals.tell();
        if (!isWanted(disk)) {
            return;
        }
        try (Check check = checks.begin()) {
            become(disk, EDIT, check);
        } catch (RefusedException told) {
            LOG.debug("files were refused", told);
        }
    }

    private synchronized boolean isWanted(Generation disk) {
        swap.settle();
        standing = swap.standing(standing);
        if (disk.id().equals(standing.generation().id())) {
            if (!standing.rejected().isEmpty()) {
                LOG.info("the files on disk are the live ones again generation={}", disk.id());
            }
            standing = standing.rejecting(List.of());
            refusals.forget();
            return false;
        }
        return !disk.id().equals(standing.life().holdsAgainst()) && !refusals.stands(disk.id());
    }

    private Standing become(Generation next, Begin begin, Check check) throws RefusedException {
        if (isLiveByItself(next)) {
            return asItIs(check);
        }
        return become(next, begin, check, check.full(next));
    }

    private boolean isLiveByItself(Generation next) {
        Standing now = standing;
        return next.id().equals(now.generation().id()) && now.life().holdsAgainst() == null;
    }

    private synchronized Standing asItIs(Check check) {
        decided = Math.max(decided, check.number());
        refusals.forget();
        return stands(standing.rejecting(List.of()));
    }

    private synchronized Standing become(Generation next, Begin begin, Check check, Verdict verdict)
            throws RefusedException {
        if (isLiveByItself(next)) {
            return asItIs(check);
        }
        boolean passed = verdict.errors().isEmpty();
        if (passed) {
            inTurn(check);
        } else if (check.number() < decided) {
            throw new RefusedException(verdict.errors());
        }
        try {
            refuse(passed ? obstacles.between(standing.generation(), next) : verdict.errors());
        } catch (RefusedException wrong) {
            reject(next, check, wrong, () -> passed || !checks.outside(next).equals(verdict.outside()));
            throw wrong;
        }
        try {
            GenerationLife life = swapped(next, begin, null);
            decided = check.number();
            refusals.forget();
            return stands(new Standing(next, life, List.of(), verdict.warnings()));
        } catch (RefusedException wrong) {
            reject(next, check, wrong, () -> false);
            throw wrong;
        }
    }

    /** @throws RefusedException when files that were read later were decided on meanwhile */
    private void inTurn(Check check) throws RefusedException {
        if (check.number() < decided) {
            throw new RefusedException(List.of(Problem.error(
                    Place.of("config"), "was overtaken: other files were decided on while these were checked")));
        }
    }

    private static void refuse(List<Problem> errors) throws RefusedException {
        if (!errors.isEmpty()) {
            throw new RefusedException(errors);
        }
    }

    /** Whatever comes of it, how it stands is what is live then. */
    private GenerationLife swapped(Generation next, Begin begin, @Nullable String holdsAgainst)
            throws RefusedException {
        try {
            return swap.to(next, begin, holdsAgainst);
        } finally {
            standing = swap.standing(standing);
        }
    }

    private Standing stands(Standing now) {
        standing = now;
        GenerationLife life = now.life();
        LOG.info(
                "files are live generation={} source={} changed={}",
                life.generation(),
                life.begin().source(),
                life.changes().count());
        now.warnings().forEach(problem -> LOG.warn("file is doubtful problem={}", problem));
        return now;
    }

    private void reject(Generation next, Check check, RefusedException wrong, BooleanSupplier mayBeTried) {
        decided = check.number();
        standing = swap.standing(standing).rejecting(wrong.problems());
        refusals.refuse(next, wrong.problems(), mayBeTried);
    }
}
