package dev.serai.strategy;

import dev.serai.call.CallAnswer;
import dev.serai.call.HttpCalls;
import dev.serai.dependency.Dependencies;
import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.Unavailable;
import dev.serai.files.Home;
import dev.serai.files.StepDefinition;
import dev.serai.lookup.Databases;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Really asks, with a breaker before each database and service. One for a process, whatever generation is live. */
public final class LiveOutside implements Outside, AutoCloseable {
    private final Dependencies dependencies;
    private final Databases databases = new Databases();
    private final HttpCalls calls;

    public LiveOutside(Home home, Clock clock) {
        this.dependencies = new Dependencies(clock);
        this.calls = new HttpCalls(home);
    }

    /** What is known of those that were asked. */
    public Dependencies dependencies() {
        return dependencies;
    }

    @Override
    public List<Map<String, Object>> lookup(StepDefinition step, LookupQuestion question) throws Unavailable, Refused {
        return dependencies
                .of(Asked.lookup(question.database().name()))
                .ask(
                        question.breaker(),
                        () -> databases.ask(
                                question.database(),
                                question.query(),
                                question.values(),
                                question.most(),
                                question.deadline()));
    }

    @Override
    public CallAnswer call(StepDefinition step, CallQuestion question) throws Unavailable, Refused {
        return dependencies
                .of(Asked.call(question.server()))
                .ask(question.breaker(), () -> calls.ask(question.request()));
    }

    @Override
    public void close() {
        databases.close();
    }
}
