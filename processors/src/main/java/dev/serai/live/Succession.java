package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one generation follow another, in memory as in the database: where the database is away or its answer is lost,
 * nothing is claimed until both say the same.
 */
final class Succession {
    static final Begin RESTORE = new Begin("restore", "hub");
    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final LiveSet live;
    private final Lives lives;
    private volatile @Nullable GenerationLife life;

    /** The lives of generations, written down. */
    interface Lives {
        /** A life with an id, so that it can be asked for; it begins when it is written. */
        GenerationLife draft(Generation generation, Begin begin, @Nullable String holdsAgainst, Changes changes);

        /** Writes a life, with the database's time of its beginning. */
        GenerationLife begin(GenerationLife draft);

        /** A life that was written, also by a transaction that is just about to end. */
        Optional<GenerationLife> find(String id);
    }

    Succession(LiveSet live, Lives lives) {
        this.live = live;
        this.lives = lives;
    }

    /** The life of the generation that is live; empty before the first. */
    Optional<GenerationLife> life() {
        return Optional.ofNullable(life);
    }

    /**
     * Makes a generation live.
     *
     * @throws RuntimeException when that cannot be written; what was live stays live
     */
    void replace(@Nullable Live old, Live made, GenerationLife draft, Runnable written) {
        live.replace(
                made,
                () -> {
                    life = written(draft);
                    written.run();
                },
                old == null ? null : undoing(draft, old, made));
    }

    /** Makes the old generation live again, whether or not that can be written at once. */
    void back(Live made, Live old) {
        GenerationLife draft = restored(made, old);
        life = draft;
        live.back(old, () -> life = written(draft));
        try {
            settle();
        } catch (RuntimeException away) {
            LOG.warn("that the files before are live again is written when the database is back", away);
        }
    }

    /** Writes what could not be written; nothing when there is no such thing. */
    void settle() {
        live.settle();
    }

    /** The answer of the database may have been lost: what it knows counts. */
    private GenerationLife written(GenerationLife draft) {
        try {
            return lives.begin(draft);
        } catch (RuntimeException failed) {
            Optional<GenerationLife> known = lives.find(draft.id());
            if (known.isEmpty()) {
                throw failed;
            }
            return known.get();
        }
    }

    private Runnable undoing(GenerationLife lost, Live old, Live made) {
        GenerationLife draft = restored(made, old);
        return () -> {
            if (lives.find(lost.id()).isPresent()) {
                life = written(draft);
            }
        };
    }

    private GenerationLife restored(Live made, Live old) {
        return Objects.requireNonNull(lives.draft(
                old.generation(),
                RESTORE,
                made.generation().id(),
                Difference.between(made.generation(), old.generation())));
    }
}
