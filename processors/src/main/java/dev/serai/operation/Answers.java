package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is kept beside its effect.
 *
 * @param <T> the answer
 */
public interface Answers<T> {

    /** JSON answers, kept as they are. */
    Answers<JsonNode> JSON = new Answers<>() {
        @Override
        public String write(JsonNode answer) {
            return Json.write(answer);
        }

        @Override
        public JsonNode read(String stored, Tx tx) {
            return Json.read(stored, JsonNode.class);
        }
    };

    /** The answer as JSON; null when there was no effect that a repeat would double. */
    @Nullable
    String write(T answer);

    T read(String stored, Tx tx);
}
