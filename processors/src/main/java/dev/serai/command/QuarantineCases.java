package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The cases in quarantine as the hub tells them. */
final class QuarantineCases {
    private QuarantineCases() {}

    static JsonNode read(HubClient hub, int limit) throws IOException {
        return hub.get("/quarantine?limit=" + limit)
                .orElseThrow(() -> new IOException("what answers there has no quarantine; is it a Serai?"));
    }

    /** The ids of the newest thousand cases. */
    static List<String> ids(HubClient hub) throws IOException {
        List<String> ids = new ArrayList<>();
        read(hub, 1000).path("items").forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }
}
