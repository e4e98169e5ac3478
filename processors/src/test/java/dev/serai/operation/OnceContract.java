package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.QueueName;
import dev.serai.store.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked for twice under one key happens once. */
abstract class OnceContract extends OperationContract {

    @Test
    void anOperationShouldHappenOnceWhenItsKeyComesTwice() {
        Outcome.Done<JsonNode> first = done(run(keyed(submission("{'queue':'billing'}"), "k1", "a")));
        Outcome.Done<JsonNode> again = done(run(keyed(submission("{'queue':'billing'}"), "k1", "a")));

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(pull("anna", 10)).hasSize(1);
    }

    @Test
    void anOperationShouldBeRefusedWhenItsKeyWasUsedForAnother() {
        run(keyed(submission("{'queue':'billing'}"), "k1", "a"));

        assertThat(refusal(run(keyed(submission("{'queue':'general'}"), "k1", "b"))))
                .isEqualTo(Code.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void aRefusalShouldNotBeRemembered() {
        Interaction stored = submit("{'queue':'billing'}");
        run(keyedMove(stored, "nowhere"));

        assertThat(run(keyedMove(stored, "general"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneInteractionShouldBeBornWhenTheSameKeyComesManyTimesAtOnce() {
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(i -> operations.run(keyed(submission("{'queue':'billing'}"), "k1", "a")))
                .toList()
                .stream()
                .map(future -> done(future.join()).value().asText())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(pull("anna", 100)).hasSize(1);
    }

    @Test
    void oneBatchShouldBeGivenWhenTheSamePullComesManyTimesAtOnce() {
        IntStream.range(0, 40).forEach(i -> submit("{'queue':'billing'}"));

        List<List<String>> batches = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> operations.pull(keyedPull("k1")).orThrow().stream()
                        .map(Lease::token)
                        .toList())
                .distinct()
                .toList();

        assertThat(batches).hasSize(1);
        assertThat(pull("bert", 100)).hasSize(40 - batches.get(0).size());
    }

    private Unit<Outcome<JsonNode>> keyed(Submit submit, String key, String body) {
        Unit<Outcome<JsonNode>> answering = tx -> submit.apply(tx)
                .map(done -> Json.MAPPER.valueToTree(done.interaction().id()));
        return new Idempotent<>(answering, DeliveryKey.of("default", "rest", key, body), Answers.JSON);
    }

    private Unit<Outcome<JsonNode>> keyedMove(Interaction stored, String queue) {
        Unit<Outcome<JsonNode>> answering = tx -> new Move(target(stored), QueueName.of(queue), QUEUES, OPERATOR)
                .apply(tx)
                .map(done -> Json.MAPPER.valueToTree(done.id()));
        return new Idempotent<>(answering, DeliveryKey.of("default", "rest", "move", queue), Answers.JSON);
    }
}
