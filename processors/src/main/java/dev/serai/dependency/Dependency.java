package dev.serai.dependency;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One database or service that strategies ask, with its breakers. Safe for several threads. */
public final class Dependency {
    /** So many questions in a row without an answer, and it counts as down even where the breaker is more patient. */
    private static final int DOWN = 3;

    private final String name;
    private final Clock clock;
    private final Map<BreakerPolicy, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private int inARow;
    private @Nullable Instant lastAnswer;
    private @Nullable Instant awaySince;
    private @Nullable String reason;

    /** A question to it. */
    public interface Question<T> {
        /** @throws NoAnswer when it is away, late or broken; anything else thrown is an answer */
        T ask() throws NoAnswer, Refused;
    }

    /** It answered, and the answer says that the question was wrong. The message is a sentence, without secrets. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /**
     * What is known of it.
     *
     * @param up false from the first question that got no answer to the next that got one
     */
    public record Standing(
            String name,
            boolean up,
            @Nullable Instant since,
            @Nullable String reason) {}

    Dependency(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /**
     * Asks, unless the breaker is open.
     *
     * @throws Unavailable when there is no answer, or the breaker is open
     */
    public <T> T ask(BreakerPolicy policy, Question<T> question) throws Unavailable, Refused {
        CircuitBreaker breaker = breakers.computeIfAbsent(policy, this::breaker);
        if (!breaker.tryAcquirePermission()) {
            throw refused();
        }
        try {
            T answer = question.ask();
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            answered();
            return answer;
        } catch (NoAnswer none) {
            breaker.onError(0, TimeUnit.MILLISECONDS, none);
            throw away(none, breaker.getState() != CircuitBreaker.State.CLOSED);
        } catch (Refused | RuntimeException | Error broken) {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            answered();
            throw broken;
        }
    }

    /** What is known of it now. */
    public synchronized Standing standing() {
        return new Standing(name, awaySince == null, awaySince, reason);
    }

    private CircuitBreaker breaker(BreakerPolicy policy) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(policy.failures())
                        .minimumNumberOfCalls(policy.failures())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(policy.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    private synchronized void answered() {
        inARow = 0;
        awaySince = null;
        reason = null;
        lastAnswer = clock.instant();
    }

    private synchronized Unavailable away(NoAnswer none, boolean open) {
        inARow++;
        if (awaySince == null) {
            awaySince = clock.instant();
        }
        reason = none.reason();
        boolean down = open || none.isUnreachable() || inARow >= DOWN;
        Unavailable unavailable = new Unavailable(name, none.reason(), down, lastAnswer);
        unavailable.initCause(none);
        return unavailable;
    }

    private synchronized Unavailable refused() {
        String why = "it is not asked for a while, since the last questions got no answer (" + reason + ")";
        return new Unavailable(name, why, true, lastAnswer);
    }
}
