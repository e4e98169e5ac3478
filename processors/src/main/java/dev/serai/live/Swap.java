package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.interaction.QueueName;
import dev.serai.queue.QueueEngine;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a generation live in place of another: all of it or nothing. */
final class Swap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    private final Workshop workshop;
    private final LiveSet live;
    private final Records records;
    private final ModelCamelContext context;
    private final HubRoutes hubRoutes;
    private final QueueEngine engine;
    private final Retirement retirement;
    private final Succession succession;

    /**
     * @param context the one that the hub always has
     * @param patience how long work of a replaced generation may go on
     */
    Swap(
            Workshop workshop,
            LiveSet live,
            Records records,
            ModelCamelContext context,
            QueueEngine engine,
            Duration patience) {
        this.workshop = workshop;
        this.live = live;
        this.records = records;
        this.succession = new Succession(live, records);
        this.context = context;
        this.hubRoutes = new HubRoutes(context);
        this.engine = engine;
        this.retirement = new Retirement(patience, this::tidy);
    }

    /** The first one, before the hub's context starts. */
    synchronized GenerationLife first(Generation next, Begin begin, @Nullable String holdsAgainst, Changes changes)
            throws RefusedException {
        records.store(next);
        Live made = workshop.make(next);
        try {
            open(made);
            hubRoutes.load(next);
            succession.replace(null, made, records.draft(next, begin, holdsAgainst, changes), () -> {});
        } catch (RefusedException | RuntimeException | Error failure) {
            made.close();
            hubRoutes.unload();
            throw failure;
        }
        return life();
    }

    /** @throws RefusedException when Camel refuses anything of it; the old one is live then, untouched */
    synchronized GenerationLife to(Generation next, Begin begin, @Nullable String holdsAgainst)
            throws RefusedException {
        succession.settle();
        Live old = live.current();
        records.store(next);
        CrashWindow.GENERATION_STORED.pass();
        Live made = workshop.make(next);
        try {
            open(made);
            replace(old, made, begin, holdsAgainst);
        } catch (RefusedException | RuntimeException | Error failure) {
            made.close();
            throw failure;
        }
        takeOver(old, made);
        retirement.retire(old);
        return life();
    }

    /** The life of the generation that is live. */
    GenerationLife life() {
        return succession.life().orElseThrow();
    }

    /** How it stands, whatever came of the last swap. */
    Standing standing(Standing before) {
        return new Standing(live.current().generation(), life(), before.rejected(), before.warnings());
    }

    /** Writes what could not be written while the database was away. */
    synchronized void settle() {
        succession.settle();
    }

    private void replace(Live old, Live made, Begin begin, @Nullable String holdsAgainst) {
        Changes changes = Difference.between(old.generation(), made.generation());
        succession.replace(
                old,
                made,
                records.draft(made.generation(), begin, holdsAgainst, changes),
                CrashWindow.GENERATION_APPLIED::pass);
    }

    /** Capture points and the like follow; when Camel refuses one the old generation becomes live again. */
    private void takeOver(Live old, Live made) throws RefusedException {
        try {
            hubRoutes.become(made.generation());
        } catch (RefusedException refused) {
            giveBack(old, made);
            throw refused;
        } catch (RuntimeException | LinkageError broken) {
            giveBack(old, made);
            throw Loading.refused("routes", "they could not follow", broken);
        }
    }

    private void giveBack(Live old, Live made) {
        succession.back(made, old);
        hubRoutes.restore(old.generation());
        retirement.retire(made);
    }

    private void open(Live made) throws RefusedException {
        for (QueueName queue : made.queues()) {
            try {
                engine.open(queue);
            } catch (Exception failure) {
                throw Loading.refused("config/queues/" + queue + ".yaml", "its route does not start", failure);
            }
        }
    }

    /** Whatever no generation needs any more, live or leaving, is taken away. */
    private synchronized void tidy() {
        try {
            engine.keepOnly(used());
        } catch (Exception failure) {
            LOG.warn("the route of a queue that is gone did not stop reason={}", failure.getMessage());
        }
        Set<String> routes = new HashSet<>();
        Stream.concat(
                        Stream.of(context, live.current().context().camel()),
                        retirement.leaving().stream().map(one -> one.context().camel()))
                .flatMap(camel -> camel.getRoutes().stream())
                .map(Route::getRouteId)
                .forEach(routes::add);
        workshop.equipment().onlyRoutes(routes);
        records.forget();
    }

    private Set<QueueName> used() {
        Set<QueueName> used = new HashSet<>(live.current().queues());
        retirement.leaving().forEach(one -> used.addAll(one.queues()));
        return used;
    }

    /** Closes what was replaced, and the generation that is live: nothing of it is in hand any more. */
    @Override
    public void close() {
        retirement.close();
        if (succession.life().isPresent()) {
            live.current().close();
        }
    }
}
