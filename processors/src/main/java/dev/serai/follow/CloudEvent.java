package dev.serai.follow;

import dev.serai.interaction.Json;
import dev.serai.store.EventLog.Event;
import dev.serai.store.TenantTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as CloudEvents 1.0.2 in JSON, the same over REST, as a stream and over JMS. Its extensions are texts, because
 * an integer of CloudEvents has 32 bits; {@code sequence} and {@code partitionkey} are documented extensions of CloudEvents.
 */
public final class CloudEvent {
    /** What the JSON text is called. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private CloudEvent() {}

    /** The attributes in the order in which they are written. */
    public static Map<String, Object> of(Event event) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("specversion", "1.0");
        all.put("id", id(event));
        all.put("source", "serai");
        all.put("type", event.type());
        all.put("subject", event.subject());
        all.put("time", event.at());
        all.put("datacontenttype", "application/json");
        all.put("sequence", "" + event.seq());
        all.put("sequencetype", "Integer");
        all.put("partitionkey", event.subject());
        if (!event.tenant().equals(TenantTable.HUB)) {
            all.put("tenant", event.tenant());
        }
        if (event.position() > 0) {
            all.put("position", "" + event.position());
        }
        all.put("data", data(event));
        return all;
    }

    /** The JSON text. */
    public static String json(Event event) {
        return Json.write(of(event));
    }

    /** Unique for ever, the same whenever the event is told: by it receivers drop repeats. */
    public static String id(Event event) {
        return event.subject() + "/" + event.seq();
    }

    private static Map<String, Object> data(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("actor", event.actor());
        put(data, "reason", event.reason());
        put(data, "step", event.step());
        put(data, "generation", event.generation());
        int kind = event.subject().indexOf(':');
        data.put(kind < 0 ? "interaction" : event.subject().substring(0, kind), event.data());
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
