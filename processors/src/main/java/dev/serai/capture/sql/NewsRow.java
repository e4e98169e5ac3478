package dev.serai.capture.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Notify;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.store.OutgoingRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A notification as the parameters of a statement. */
record NewsRow(OutgoingRow row, Notify.Kind kind, JsonNode body) {

    /** Empty when it is of no kind that statements know. */
    static Optional<NewsRow> of(OutgoingRow row) {
        JsonNode body = Json.read(row.body(), JsonNode.class);
        return Arrays.stream(Notify.Kind.values())
                .filter(kind -> kind.word().equals(body.path("operation").asText()))
                .findFirst()
                .map(kind -> new NewsRow(row, kind, body));
    }

    /** The interaction that it tells of. */
    String id() {
        return body.path("id").asText();
    }

    /** @param now the interaction, for statements that name user data */
    Map<String, Bound> values(@Nullable Interaction now) {
        Map<String, Bound> values = new HashMap<>();
        if (now != null) {
            now.userData().forEach((key, value) -> values.put(Parameters.USER_DATA + key, Bound.plain(value)));
        }
        body.path("properties")
                .properties()
                .forEach(one -> values.put(Parameters.key(one.getKey()), Bound.plain(plain(one.getValue()))));
        values.put(Parameters.key("kind"), Bound.text(kind.word()));
        values.put(Parameters.key("interactionId"), Bound.text(id()));
        values.put(
                Parameters.key("externalId"), Bound.text(body.path("externalId").textValue()));
        values.put(Parameters.key("deliveryId"), Bound.text(row.deliveryId()));
        values.put(Parameters.key("changed"), Bound.text(json(body.path("changed"))));
        values.put(Parameters.key("deleted"), Bound.text(json(body.path("deleted"))));
        return values;
    }

    private static @Nullable Object plain(JsonNode value) {
        return value.isValueNode() ? Json.MAPPER.convertValue(value, Object.class) : json(value);
    }

    private static @Nullable String json(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.toString();
    }
}
