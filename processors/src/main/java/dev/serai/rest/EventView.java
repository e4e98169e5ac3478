package dev.serai.rest;

import dev.serai.store.EventLog.Event;
import java.util.Map;

/** An event as CloudEvents 1.0 JSON. */
final class EventView {
    private EventView() {}

    static Map<String, Object> of(Event event) {
        Doc data = new Doc().put("actor", event.actor());
        data.put("reason", event.reason()).put("step", event.step()).put("generation", event.generation());
        int kind = event.subject().indexOf(':');
        data.put(kind < 0 ? "interaction" : event.subject().substring(0, kind), event.data());
        return new Doc()
                .put("specversion", "1.0")
                .put("id", event.subject() + "/" + event.seq())
                .put("source", "serai")
                .put("type", event.type())
                .put("subject", event.subject())
                .put("time", event.at())
                .put("sequence", event.seq())
                .put("partitionkey", event.subject())
                .put("position", event.position() == 0 ? null : event.position())
                .put("data", data.map())
                .map();
    }
}
