package dev.serai.strategy;

import dev.serai.call.CallAnswer;
import dev.serai.call.CallRequest;
import dev.serai.dependency.BreakerPolicy;
import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.Unavailable;
import dev.serai.files.StepDefinition;
import dev.serai.lookup.DatabaseDefinition;
import dev.serai.lookup.NamedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom `lookup` and `call` ask: the databases and services themselves, or in a dry run nobody. Safe for several threads. */
public interface Outside {

    /**
     * Rows of a database.
     *
     * @param step that asks
     * @throws Unavailable when there is no answer in time
     * @throws Refused when the answer is that the question is wrong
     * @throws NotAsked when nobody is to be asked
     */
    List<Map<String, Object>> lookup(StepDefinition step, LookupQuestion question)
            throws Unavailable, Refused, NotAsked;

    /** The answer of a service; throws as {@link #lookup} does. */
    CallAnswer call(StepDefinition step, CallQuestion question) throws Unavailable, Refused, NotAsked;

    /** A dry run without any answers. */
    static Outside dry() {
        return new DryOutside(Map.of());
    }

    /**
     * A question to a database.
     *
     * @param values of the query's parameters by name
     * @param most rows
     */
    record LookupQuestion(
            DatabaseDefinition database,
            NamedQuery query,
            Map<String, @Nullable Object> values,
            int most,
            Duration deadline,
            BreakerPolicy breaker) {}

    /**
     * A question to a service.
     *
     * @param server its name, with the port where the address has one
     */
    record CallQuestion(String server, CallRequest request, BreakerPolicy breaker) {}

    /** Nobody was asked, and there is no mock. The message says what to add. */
    final class NotAsked extends Exception {
        private static final long serialVersionUID = 1L;

        NotAsked(String message) {
            super(message);
        }
    }
}
