package dev.serai.bounces;

import com.google.re2j.Pattern;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlReader;
import dev.serai.kind.BouncePattern;
import dev.serai.kind.BouncePattern.Outcome;
import dev.serai.screening.RegexException;
import dev.serai.screening.Regexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one pattern of a file, with its tests. */
final class PatternReader {
    private final YamlMap map;
    private final Problems problems = new Problems();
    private final YamlReader keys;
    private final List<PatternTest> tests = new ArrayList<>();

    PatternReader(YamlMap map) {
        this.map = map;
        this.keys = new YamlReader(map, problems);
    }

    /** The pattern; empty when it cannot be used, which is among the problems then. */
    Optional<BouncePattern> read() {
        keys.required("name");
        String name = keys.name("name").orElse("");
        keys.text("description");
        Outcome outcome = keys.choice("kind", Outcome.class).orElse(Outcome.FAILURE);
        BouncePattern pattern = pattern(name, outcome);
        for (YamlNode node : keys.list("tests")) {
            if (node instanceof YamlMap test) {
                tests.add(PatternTest.read(test, name, outcome, problems));
            } else {
                problems.error(node.place(), "a test must be keys with values, found " + node.kind());
            }
        }
        keys.rejectUnknown();
        return problems.hasErrors() || pattern == null ? Optional.empty() : Optional.of(pattern);
    }

    List<PatternTest> tests() {
        return tests;
    }

    List<Problem> problems() {
        return problems.list();
    }

    private @Nullable BouncePattern pattern(String name, Outcome outcome) {
        try {
            return new BouncePattern(
                    name,
                    outcome,
                    phrases("from"),
                    phrases("subject"),
                    headers(),
                    phrases("text"),
                    regex("start"),
                    regex("end"),
                    regex("recipient"),
                    regex("status"),
                    regex("reason"),
                    regex("original"));
        } catch (IllegalArgumentException e) {
            problems.error(map.placeOf("name"), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A list of texts, or one text as it is, commas and all. */
    private List<String> phrases(String key) {
        Optional<YamlNode> node = keys.node(key);
        List<String> phrases = node.isPresent() && node.get() instanceof YamlList
                ? keys.texts(key)
                : keys.text(key).map(List::of).orElse(List.of());
        if (phrases.stream().anyMatch(String::isBlank)) {
            problems.error(keys.placeOf(key), "'" + key + "': an empty text would match every mail");
        }
        return phrases;
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        keys.textMap("headers").forEach((name, text) -> headers.put(name, text.isBlank() ? List.of() : List.of(text)));
        return headers;
    }

    private @Nullable Pattern regex(String key) {
        Optional<String> text = keys.text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Regexes.compile(text.get(), Pattern.CASE_INSENSITIVE);
        } catch (RegexException e) {
            problems.error(keys.placeOf(key), "'" + key + "': " + e.getMessage());
            return null;
        }
    }
}
