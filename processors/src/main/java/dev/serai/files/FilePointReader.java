package dev.serai.files;

import dev.serai.files.FilePointDefinition.Folders;
import dev.serai.files.FilePointDefinition.Reading;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads the parameters of a file capture point. */
final class FilePointReader {
    /** The largest document that is read at all. */
    private static final long MOST = 10L << 20;

    private static final List<String> INCLUDE = List.of("*.xml", "*.json");
    private final RouteFile route;
    private final YamlReader keys;

    FilePointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<FilePointDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).readOperated("workitem");
        Folders folders = folders();
        Reading reading = new Reading(
                include(),
                keys.duration("stableFor").orElse(Duration.ofSeconds(2)),
                pollInterval(),
                maxSize(),
                keys.number("concurrency", 1, 50).orElse(4));
        AnswerNames names = keys.choice("answerNames", AnswerNames.class).orElse(AnswerNames.ID);
        return point.map(found -> new FilePointDefinition(found, folders, reading, names));
    }

    private Folders folders() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String key : List.of("inbound", "processed", "error", "notification")) {
            named.put(key, path(key).orElse(key));
        }
        Folders folders = new Folders(
                path("folder").orElse("data/points/" + route.name()),
                named.getOrDefault("inbound", ""),
                named.getOrDefault("processed", ""),
                named.getOrDefault("error", ""),
                named.getOrDefault("notification", ""));
        Map<Path, String> places = new LinkedHashMap<>();
        named.forEach((key, text) -> {
            String before = places.putIfAbsent(folders.resolve(Path.of(""), text), key);
            if (before != null) {
                keys.error(key, "'" + key + "': '" + text + "' is the folder '" + before + "' too; expected another");
            }
        });
        return folders;
    }

    private Optional<String> path(String key) {
        return keys.parsed(key, text -> {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("'' is no folder");
            }
            return Path.of(text).toString();
        });
    }

    private List<String> include() {
        List<String> patterns = keys.texts("include");
        for (String pattern : patterns) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            } catch (PatternSyntaxException wrong) {
                keys.error(
                        "include",
                        "'include': '" + pattern + "' is no pattern of file names: "
                                + wrong.getDescription().toLowerCase(Locale.ROOT) + "; expected such as *.xml");
                return INCLUDE;
            }
        }
        return patterns.isEmpty() ? INCLUDE : patterns;
    }

    private Duration pollInterval() {
        return keys.parsed("pollInterval", text -> {
                    Duration time = Units.duration(text);
                    if (time.isZero()) {
                        throw new IllegalArgumentException("'" + text + "' is no time between two looks");
                    }
                    return time;
                })
                .orElse(Duration.ofSeconds(5));
    }

    /** As much as is held in memory for each file that is read at the same time. */
    private long maxSize() {
        return keys.parsed("maxSize", text -> {
                    long size = Units.size(text);
                    if (size < 1 || size > MOST) {
                        throw new IllegalArgumentException("'" + text + "' is not from 1B to 10MB");
                    }
                    return size;
                })
                .orElse(MOST);
    }
}
