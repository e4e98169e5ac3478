package dev.serai.files;

import dev.serai.files.QueueDefinition.Alert;
import dev.serai.files.QueueDefinition.Escalation;
import dev.serai.files.QueueDefinition.View;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code config/queues/<queue>.yaml}. */
final class QueueReader {
    private static final Duration LEASE = Duration.ofHours(3);
    private final Problems problems;

    QueueReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty when the file has no usable name or is no map. */
    Optional<QueueDefinition> read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the queue's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return Optional.empty();
        }
        return YamlFile.parse(path, text).map(problems).map(map -> read(QueueName.of(name), map));
    }

    private QueueDefinition read(QueueName name, YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        QueueDefinition queue = new QueueDefinition(
                name,
                keys.required("description"),
                keys.text("owner"),
                keys.tenant("tenant"),
                keys.truth("strategy", false),
                keys.truth("review", name.equals(QueueDefinition.REVIEW)),
                keys.name("onError").map(QueueName::of),
                keys.duration("lease").orElse(LEASE),
                keys.duration("serviceObjective"),
                alert(keys),
                keys.name("replyVia").map(AccountName::of),
                keys.name("layout"),
                keys.name("signature"),
                keys.name("hours"),
                keys.textMap("columns"),
                escalations(keys),
                views(keys),
                keys.places("description"));
        keys.rejectUnknown();
        return queue;
    }

    private Alert alert(YamlReader keys) {
        Optional<YamlReader> alert = keys.reader("alert");
        Alert read = alert.map(found -> new Alert(found.duration("oldest"), found.number("depth", 0, 1_000_000_000)))
                .orElse(new Alert(Optional.empty(), Optional.empty()));
        alert.ifPresent(YamlReader::rejectUnknown);
        return read;
    }

    private List<Escalation> escalations(YamlReader keys) {
        List<Escalation> escalations = new ArrayList<>();
        for (YamlNode item : keys.list("escalate")) {
            if (item instanceof YamlMap map) {
                escalation(map).ifPresent(escalations::add);
            } else {
                problems.error(item.place(), "'escalate' is a list of {after, raisePriority, queue}");
            }
        }
        return List.copyOf(escalations);
    }

    private Optional<Escalation> escalation(YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.required("after");
        Optional<Duration> after = keys.duration("after");
        Optional<Integer> raise = keys.number("raisePriority", 1, 100);
        Optional<QueueName> queue = keys.name("queue").map(QueueName::of);
        keys.rejectUnknown();
        if (!keys.has("raisePriority") && !keys.has("queue")) {
            problems.error(map.place(), "an escalation needs 'raisePriority' or 'queue'");
        }
        after.filter(time -> time.toSeconds() == 0)
                .ifPresent(time -> keys.error("after", "'after' of an escalation is at least 1s"));
        return after.map(time -> new Escalation(time, raise, queue, map.placeOf("after")));
    }

    private Map<String, View> views(YamlReader keys) {
        Map<String, View> views = new LinkedHashMap<>();
        String standard = QueueDefinition.DEFAULT_VIEW;
        views.put(standard, new View(standard, "", View.DEFAULT_ORDER, keys.placeOf("views")));
        keys.map("views")
                .ifPresent(found ->
                        found.entries().forEach(entry -> view(entry).ifPresent(view -> views.put(view.name(), view))));
        return Collections.unmodifiableMap(views);
    }

    private Optional<View> view(YamlMap.Entry entry) {
        Place place = entry.key().place();
        if (!Names.isName(entry.name())) {
            problems.error(place, "'" + entry.name() + "' is not the name of a view; expected lower-case kebab");
        }
        if (!(entry.value() instanceof YamlMap map)) {
            problems.error(place, "view '" + entry.name() + "' must have 'where' or 'order'");
            return Optional.empty();
        }
        YamlReader keys = new YamlReader(map, problems);
        String where = keys.text("where").orElse("");
        String order = keys.text("order").orElse(View.DEFAULT_ORDER);
        keys.rejectUnknown();
        return Optional.of(new View(entry.name(), where, order, place));
    }
}
