package dev.serai.operation;

import dev.serai.response.Field;
import dev.serai.response.ResponseContext;
import java.util.EnumMap;
import java.util.Map;

/** Reads who answers: {firstName, lastName, fullName, signature}, for the fields `Agent.…` of a response. */
final class AgentFields {
    private static final int LONGEST = 2_000;
    private static final Map<Field, String> NAMES = Map.of(
            Field.AGENT_FIRST_NAME, "firstName",
            Field.AGENT_LAST_NAME, "lastName",
            Field.AGENT_FULL_NAME, "fullName",
            Field.AGENT_SIGNATURE, "signature");

    private AgentFields() {}

    /** Empty where the request names nobody; else all of them, so that nothing of the default agent is mixed in. */
    static Map<Field, String> read(JsonFields fields) {
        JsonFields given = fields.object("agent");
        if (given == null) {
            return Map.of();
        }
        Map<Field, String> agent = new EnumMap<>(Field.class);
        NAMES.forEach((field, name) -> {
            String text = given.text(name, LONGEST);
            agent.put(field, text == null ? "" : text);
        });
        given.refuseUnknown();
        return agent;
    }

    static ResponseContext in(ResponseContext context, Map<Field, String> agent) {
        ResponseContext speaking = context;
        for (Map.Entry<Field, String> known : agent.entrySet()) {
            speaking = speaking.with(known.getKey(), known.getValue());
        }
        return speaking;
    }
}
