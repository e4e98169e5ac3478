package dev.serai.strategy;

import dev.serai.call.CallAnswer;
import dev.serai.dependency.Dependency.Refused;
import dev.serai.dependency.Unavailable;
import dev.serai.files.StepDefinition;
import dev.serai.interaction.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers by mocks: of a lookup a row (a map) or rows (a list), of a call the body; `away` where nobody answers, `refused`
 * where the question is refused.
 */
public final class DryOutside implements Outside {
    private static final String AWAY = "away";
    private static final String REFUSED = "refused";

    private final Map<String, Object> mocks;
    private final List<String> unanswered = Collections.synchronizedList(new ArrayList<>());

    /** @param mocks by step id, as YAML gives them */
    public DryOutside(Map<String, Object> mocks) {
        this.mocks = Map.copyOf(mocks);
    }

    /** For whom there was neither a mock nor a fallback, and what to add. */
    public List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    @Override
    public List<Map<String, Object>> lookup(StepDefinition step, LookupQuestion question)
            throws Unavailable, Refused, NotAsked {
        Object mock = mock(step, "database '" + question.database().name() + "'");
        List<?> rows = mock instanceof List<?> list ? list : List.of(mock);
        return rows.stream()
                .filter(Map.class::isInstance)
                .map(row -> row((Map<?, ?>) row))
                .filter(row -> !row.isEmpty())
                .limit(question.most())
                .toList();
    }

    @Override
    public CallAnswer call(StepDefinition step, CallQuestion question) throws Unavailable, Refused, NotAsked {
        Object mock = mock(step, question.server());
        return new CallAnswer(200, Json.write(mock));
    }

    private Object mock(StepDefinition step, String whom) throws Unavailable, Refused, NotAsked {
        Object mock = mocks.get(step.id());
        if (mock == null) {
            throw nobody(step, whom);
        }
        if (mock.equals(AWAY)) {
            throw Unavailable.mocked(whom);
        }
        if (mock.equals(REFUSED)) {
            throw new Refused(whom + " refused the question, says the mock");
        }
        return mock;
    }

    private NotAsked nobody(StepDefinition step, String whom) {
        String words = "step '" + step.id() + "' asks " + whom + ", and a dry run asks nobody; give its answer under"
                + " 'mocks: {" + step.id() + ": {…}}' of the test, or a 'fallback' to the step, or try with --live";
        if (step.find(Fallback.PARAMETER).isEmpty()) {
            unanswered.add(words);
        }
        return new NotAsked(words);
    }

    private static Map<String, Object> row(Map<?, ?> mock) {
        Map<String, Object> row = new LinkedHashMap<>();
        mock.forEach((name, value) -> {
            if (value != null) {
                row.put(String.valueOf(name), value);
            }
        });
        return row;
    }
}
