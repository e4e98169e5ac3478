package dev.serai.trial;

import dev.serai.files.YamlMap;
import dev.serai.files.YamlReader;
import dev.serai.files.YamlScalar;
import dev.serai.interaction.QueueName;
import dev.serai.mime.RawSource;
import dev.serai.trial.Situation.Authorship;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a strategy test says of its interaction beside the mail: `subtype`, `userData`, `waited`, `author`, `parentQueue`, `approvedBy`, `tenant`. */
record TestSituation(Situation situation) {
    private static final Set<String> WAITED = Set.of("time", "reply", "failure");

    static TestSituation read(YamlReader reader, QueueName first) {
        Map<String, Object> data = new LinkedHashMap<>();
        reader.map("userData")
                .map(YamlMap::entries)
                .ifPresent(entries -> entries.forEach(entry -> {
                    if (entry.value() instanceof YamlScalar value) {
                        data.put(entry.name(), value(value.text()));
                    }
                }));
        String subtype = reader.text("subtype").orElse(null);
        Optional<String> waited = reader.parsed("waited", TestSituation::waited);
        return new TestSituation(new Situation(
                first,
                subtype,
                data,
                waited.orElse(""),
                null,
                new Authorship(
                        reader.text("author").orElse(""),
                        reader.parsed("parentQueue", QueueName::of).orElse(null),
                        reader.text("approvedBy").orElse("")),
                reader.tenant("tenant").orElse(null)));
    }

    /** With the mail that ended a wait; null where none did. */
    Situation with(@Nullable RawSource reply) {
        return new Situation(
                situation.first(),
                situation.subtype(),
                situation.userData(),
                situation.waited(),
                reply,
                situation.authorship(),
                situation.tenant());
    }

    private static String waited(String text) {
        if (!WAITED.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is none of time, reply, failure");
        }
        return text;
    }

    /** As JSON would have it: true and false are no texts. */
    private static Object value(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }
}
