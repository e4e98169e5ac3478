package dev.serai.rest;

import dev.serai.access.Limiter;
import dev.serai.access.Rate;
import dev.serai.files.Pace;
import dev.serai.rest.WebformApi.Visit;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps one visitor of a form from shutting out the others, and one form from shutting out other forms. Safe for several threads. */
final class Crowd {
    private static final int MOST = 10_000;
    /** Posts of one client address that may be on their way at once. */
    private static final int SIDE_BY_SIDE = 8;
    /** Posts of one form that may be: a form that many attack leaves room for the others. */
    private static final int OF_A_FORM = 128;
    /** How many times the rate of one address all of them together may post to a form. */
    private static final int ALL = 100;

    private final Limiter rates = new Limiter(MOST, System::nanoTime);
    private final Limiter ceilings = new Limiter(MOST, System::nanoTime);
    private final Map<String, Integer> open = new HashMap<>();

    /** Counts a post, wrong ones too; null when it is not too many. */
    @Nullable
    Denial refuses(Visit visit) {
        Pace pace = visit.form().entrance().rate();
        String form = visit.form().name().value();
        Duration wait = rates.take(form + " " + visit.client(), new Rate(pace.count(), pace.per()));
        if (!wait.isZero()) {
            return Denial.tooMany(
                    "form-rate", "more than " + pace + " came from your address; nothing was taken, try again", wait);
        }
        Duration all = ceilings.take(form, new Rate(ALL * pace.count(), pace.per()));
        return all.isZero()
                ? null
                : Denial.tooMany("form-ceiling", "too many posts came; nothing was taken, try again", all);
    }

    /**
     * Counts a post until it is answered: who sends slowly must not keep the others out.
     *
     * @throws Overloaded when too many are on their way
     */
    void enter(RoutingContext routing, Visit visit) {
        String form = "form " + visit.form().name();
        synchronized (open) {
            if (open.getOrDefault(visit.client(), 0) >= SIDE_BY_SIDE) {
                throw new Overloaded("too many posts of your address are on their way");
            }
            if (open.getOrDefault(form, 0) >= OF_A_FORM) {
                throw new Overloaded("too many posts of this form are on their way");
            }
            open.merge(visit.client(), 1, Integer::sum);
            open.merge(form, 1, Integer::sum);
        }
        routing.addEndHandler(ended -> {
            leave(visit.client());
            leave(form);
        });
    }

    private void leave(String who) {
        synchronized (open) {
            open.computeIfPresent(who, (same, count) -> count > 1 ? count - 1 : null);
        }
    }
}
