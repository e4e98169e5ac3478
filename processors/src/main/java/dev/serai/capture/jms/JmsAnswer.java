package dev.serai.capture.jms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.operation.Answers;
import dev.serai.operation.Refusal;
import dev.serai.operation.Submitted;
import dev.serai.store.Tx;

/** What a sender is answered. */
final class JmsAnswer {
    /** How a submit is remembered by its message id. */
    static final Answers<Submitted> KEPT = new Answers<>() {
        @Override
        public String write(Submitted answer) {
            return submitted(answer);
        }

        @Override
        public Submitted read(String stored, Tx tx) {
            ObjectNode kept = Json.read(stored, ObjectNode.class);
            InteractionId id = InteractionId.of(kept.path("id").asText());
            Interaction interaction = tx.interactions()
                    .load(kept.path("tenant").asText(), id)
                    .orElseThrow(() -> new IllegalStateException("the interaction " + id + " was purged"));
            return new Submitted(interaction, false);
        }
    };

    private JmsAnswer() {}

    static String submitted(Submitted done) {
        Interaction interaction = done.interaction();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("operation", "submitted");
        answer.put("id", interaction.id().value());
        answer.put("tenant", interaction.tenant());
        String externalId = interaction.origin().externalId();
        if (externalId != null) {
            answer.put("externalId", externalId);
        }
        return Json.write(answer);
    }

    static String error(Refusal refusal) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("operation", "error");
        answer.put("code", refusal.code().word());
        answer.put("description", refusal.detail());
        return Json.write(answer);
    }
}
