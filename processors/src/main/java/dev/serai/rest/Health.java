package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.access.jwt.Tokens;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.files.RouteFile;
import dev.serai.follow.Standing;
import dev.serai.interaction.QueueName;
import dev.serai.queue.Overruns.Overrun;
import dev.serai.store.StoreException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the hub lives, and whether it can do its work; each reason in words. */
final class Health {
    private final RestDependencies hub;
    private final RouteStatuses routes;
    private final Optional<Tokens> tokens;
    private final Opening opening;

    Health(RestDependencies hub, RouteStatuses routes, Optional<Tokens> tokens, Opening opening) {
        this.opening = opening;
        this.hub = hub;
        this.tokens = tokens;
        this.routes = routes;
    }

    /** One thing looked at. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(String name, Level status, @Nullable String reason) {
        Check untold() {
            return status == Level.UP
                    ? new Check(name, status, null)
                    : new Check(name, status, "all is not well with the hub's " + name + "; ask whoever runs it");
        }
    }

    /** UP and DEGRADED can work, DOWN cannot. */
    enum Level {
        UP,
        DEGRADED,
        DOWN
    }

    /** All checks, and the worst of them. */
    record Report(Level status, List<Check> checks) {
        /** The same without reasons, which may name what only the hub's own should know. */
        Report untold() {
            return new Report(status, checks.stream().map(Check::untold).toList());
        }

        static Report of(List<Check> checks) {
            Level worst =
                    checks.stream().map(Check::status).max(Level::compareTo).orElse(Level.UP);
            return new Report(worst, checks);
        }
    }

    static Report live() {
        return Report.of(List.of(new Check("process", Level.UP, null)));
    }

    /** All that is to be looked at, now and here. */
    Report ready() {
        return Report.of(parts().stream().map(part -> part.look().get()).toList());
    }

    /** What is to be looked at; what needs memory only comes first. */
    List<Checkup.Part> parts() {
        if (!opening.isOpen()) {
            return List.of(new Checkup.Part("api", () -> new Check("api", Level.DOWN, Opening.REASON)));
        }
        AtomicBoolean database = new AtomicBoolean();
        List<Checkup.Part> parts = new ArrayList<>();
        parts.add(new Checkup.Part("config", this::config));
        parts.add(new Checkup.Part("routes", this::routes));
        parts.add(new Checkup.Part("queues", this::queues));
        tokens.ifPresent(taken -> parts.add(new Checkup.Part(Tokens.DEPENDENCY, () -> keys(taken))));
        hub.dependencies()
                .forEach((name, isUp) -> parts.add(new Checkup.Part(name, () -> up(name, isUp.getAsBoolean()))));
        parts.add(new Checkup.Part("database", () -> {
            database.set(hub.store().database().isUp());
            return up("database", database.get());
        }));
        parts.add(new Checkup.Part("replies", () -> database.get() ? replies() : new Check("replies", Level.UP, null)));
        parts.add(new Checkup.Part(
                "followers", () -> database.get() ? followers() : new Check("followers", Level.UP, null)));
        parts.add(new Checkup.Part("answers", () -> database.get() ? answers() : new Check("answers", Level.UP, null)));
        return parts;
    }

    /** Callers with keys are let in all the same, and for a while those with tokens. */
    private static Check keys(Tokens tokens) {
        return tokens.trouble()
                .map(reason -> new Check(Tokens.DEPENDENCY, Level.DEGRADED, reason))
                .orElseGet(() -> new Check(Tokens.DEPENDENCY, Level.UP, null));
    }

    private static Check up(String name, boolean isUp) {
        return isUp ? new Check(name, Level.UP, null) : new Check(name, Level.DOWN, "the " + name + " does not answer");
    }

    private Check config() {
        List<Problem> rejected = hub.config().get().rejected();
        if (rejected.isEmpty()) {
            return new Check("config", Level.UP, null);
        }
        Problem first = rejected.get(0);
        return new Check(
                "config",
                Level.DEGRADED,
                "edited files were not taken, the last good ones run: " + first.file() + ":" + first.line() + " "
                        + first.reason() + (rejected.size() == 1 ? "" : " (and " + (rejected.size() - 1) + " more)"));
    }

    /** A pause is wanted, so the hub is well; it is told so that nobody forgets it. */
    private Check replies() {
        try {
            return new Check("replies", Level.UP, AutomaticReplies.of(hub).because());
        } catch (StoreException.Unavailable away) {
            return new Check("replies", Level.UP, null);
        }
    }

    /** What happens waits for a sink that refuses; nothing of it is lost. */
    private Check followers() {
        try {
            String failing = hub.followers().standings().stream()
                    .filter(Standing::isFailing)
                    .map(Health::words)
                    .collect(Collectors.joining("; "));
            return failing.isEmpty()
                    ? new Check("followers", Level.UP, null)
                    : new Check("followers", Level.DEGRADED, failing);
        } catch (StoreException.Unavailable away) {
            return new Check("followers", Level.UP, null);
        }
    }

    /** Nothing of them is lost; somebody waits for them all the same. */
    private Check answers() {
        try {
            Generation live = hub.config().get().generation();
            String stuck = hub
                    .store()
                    .read(tx -> UnsentAnswers.of(tx.outgoing().waiting(), live).stream()
                            .filter(answers -> answers.areStuck(tx.now()))
                            .toList())
                    .stream()
                    .map(UnsentAnswers::words)
                    .collect(Collectors.joining("; "));
            return stuck.isEmpty() ? new Check("answers", Level.UP, null) : new Check("answers", Level.DEGRADED, stuck);
        } catch (StoreException.Unavailable away) {
            return new Check("answers", Level.UP, null);
        }
    }

    private static String words(Standing follower) {
        return "the follower " + follower.name() + " does not get on since "
                + Objects.requireNonNull(follower.failingSince()).truncatedTo(ChronoUnit.SECONDS) + ", "
                + Words.count(follower.behind(), "event waits", "events wait") + ": " + follower.reason();
    }

    /** Runs that ignore that their time is over. */
    private Check queues() {
        Generation live = hub.config().get().generation();
        List<String> hung = live.queues().keySet().stream()
                .flatMap(queue -> hub.overruns().of(queue, live.id()).map(overrun -> words(queue, overrun)).stream())
                .toList();
        return hung.isEmpty()
                ? new Check("queues", Level.UP, null)
                : new Check(
                        "queues", Level.DEGRADED, "their time is over and they do not end: " + String.join(", ", hung));
    }

    private static String words(QueueName queue, Overrun overrun) {
        return queue + ": " + Words.count(overrun.runs(), "run", "runs")
                + (overrun.stopped() ? ", it takes up nothing more" : "");
    }

    private Check routes() {
        Set<String> stopped = new TreeSet<>(of(hub.config().get().generation()));
        for (RouteStatus route : routes.list()) {
            if (route.isRunning()) {
                stopped.remove(route.id());
            } else {
                stopped.add(route.id());
            }
        }
        return stopped.isEmpty()
                ? new Check("routes", Level.UP, null)
                : new Check("routes", Level.DEGRADED, "not running: " + String.join(", ", stopped));
    }

    /** The routes that the live files have; one that Camel did not take back is in no context. */
    private static List<String> of(Generation generation) {
        return generation.routes().values().stream()
                .filter(file -> file.route().isPresent())
                .map(RouteFile::id)
                .toList();
    }
}
