package dev.serai.live;

import dev.serai.check.Checker;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which set of files is live: the one on disk when nothing is wrong with it, or an earlier one by choice. */
public final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    private static final Begin EDIT = new Begin("edit", "files");

    private final Home home;
    private final Store store;
    private final Checker checker;
    private final Obstacles obstacles;
    private final Swap swap;
    private final Records records;
    private final Counter rejections;
    private volatile Standing standing;
    /** The set on disk that was refused last, so that it is told once. */
    private String refused;
    /** Whether it was refused for work that it would leave behind, which goes away by itself. */
    private boolean mayBeTakenLater = true;

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
        this.checker = checker;
        this.obstacles = new Obstacles(store);
        this.swap = swap;
        this.records = records;
        this.rejections = meters.counter("serai.config.rejected");
        this.standing = first;
        this.refused = refused;
    }

    /** What is live, and what is wrong with what is not. */
    public Standing standing() {
        return standing;
    }

    /**
     * Reads the files on disk now and makes them live.
     *
     * @param actor who wants it
     * @throws RefusedException when something is wrong with them; what was live stays live
     */
    public synchronized Standing apply(String actor) throws RefusedException {
        return become(read(), new Begin("apply", actor));
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
     * applied.
     *
     * @return empty when no such set is kept
     * @throws RefusedException when something is wrong with it by now; what was live stays live
     */
    public synchronized Optional<Standing> activate(String id, String actor) throws RefusedException {
        SortedMap<String, byte[]> contents = store.read(tx -> tx.generations().contents(id));
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        Generation next = Generation.of(FileSet.of(contents));
        List<Problem> warnings = check(next);
        String disk = read().id();
        GenerationLife life = swap.to(next, new Begin("activate", actor), disk.equals(id) ? null : disk);
        List<Problem> rejected = disk.equals(refused) ? standing.rejected() : List.of();
        return Optional.of(stands(new Standing(next, life, rejected, warnings)));
    }

    /** The files on disk are these, and have been for a while. */
    synchronized void settled(Generation disk) {
        if (disk.id().equals(standing.generation().id())) {
            if (!standing.rejected().isEmpty()) {
                LOG.info("the files on disk are the live ones again generation={}", disk.id());
            }
            standing = standing.rejecting(List.of());
            refused = "";
        } else if (!disk.id().equals(standing.life().holdsAgainst())
                && (!disk.id().equals(refused) || mayBeTakenLater)) {
            try {
                become(disk, EDIT);
            } catch (RefusedException told) {
                LOG.debug("files were refused", told);
            }
        }
    }

    private Standing become(Generation next, Begin begin) throws RefusedException {
        boolean same = next.id().equals(standing.generation().id());
        if (same && standing.life().holdsAgainst() == null) {
            refused = "";
            return stands(standing.rejecting(List.of()));
        }
        try {
            List<Problem> warnings = check(next);
            GenerationLife life = swap.to(next, begin, null);
            refused = "";
            return stands(new Standing(next, life, List.of(), warnings));
        } catch (RefusedException wrong) {
            reject(next, wrong.problems());
            throw wrong;
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

    /** The warnings. */
    private List<Problem> check(Generation next) throws RefusedException {
        List<Problem> found = checker.check(next);
        List<Problem> errors =
                new ArrayList<>(found.stream().filter(Problem::isError).toList());
        if (errors.isEmpty()) {
            errors.addAll(obstacles.between(standing.generation(), next));
            mayBeTakenLater = !errors.isEmpty();
        } else {
            mayBeTakenLater = false;
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(errors);
        }
        return found;
    }

    private void reject(Generation next, List<Problem> problems) {
        standing = new Standing(standing.generation(), swap.life(), problems, standing.warnings());
        if (!next.id().equals(refused)) {
            refused = next.id();
            rejections.increment();
            problems.forEach(problem -> LOG.error("file refused problem={}", problem));
            records.rejected(next, problems);
        }
    }
}
