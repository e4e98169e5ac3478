package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Generation SET = Generation.of(FileSet.ofTexts(Map.of("config/queues/a.yaml", "x")));

    @Test
    void theEventShouldBeWrittenOnceWhenTheDatabaseIsBack() {
        AtomicBoolean away = new AtomicBoolean(true);
        List<String> events = new ArrayList<>();
        Refusals refusals = new Refusals("", new SimpleMeterRegistry().counter("refused"), (set, problems) -> {
            if (away.get()) {
                throw new IllegalStateException("the database is away");
            }
            events.add(set.id());
        });
        refusals.refuse(SET, List.of(Problem.error(Place.of("config"), "is wrong")), () -> false);
        away.set(false);

        refusals.tell();
        refusals.tell();

        assertThat(events).containsExactly(SET.id());
        assertThat(refusals.stands(SET.id())).isTrue();
    }
}
