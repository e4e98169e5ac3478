package dev.serai.bounces;

import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlReader;
import dev.serai.kind.BouncePattern;
import dev.serai.kind.BounceTable;
import dev.serai.kind.KindDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The patterns of bounces of one generation, in the order of file names and of the entries in each. Immutable. */
public final class BounceBook {
    private final BounceTable table;
    private final List<PatternTest> tests;
    private final List<Problem> problems;

    private BounceBook(List<BouncePattern> patterns, List<PatternTest> tests, List<Problem> problems) {
        this.table = new BounceTable(patterns);
        this.tests = List.copyOf(tests);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the files; never throws for what stands in them: a pattern that cannot be used is left out and named in
     * {@link #problems()}.
     *
     * @param texts content by path
     */
    public static BounceBook load(Map<String, String> texts) {
        Problems problems = new Problems();
        Reader reader = new Reader(problems);
        new TreeMap<>(texts).forEach(reader::read);
        return new BounceBook(reader.patterns, reader.tests, problems.list());
    }

    /** The patterns that can be used. */
    public BounceTable table() {
        return table;
    }

    /** What is wrong with the files themselves; the tests in them are not run. */
    public List<Problem> problems() {
        return problems;
    }

    /** Runs the tests that stand beside the patterns, on the whole table; a failed one is a problem. */
    public List<Problem> failedTests() {
        KindDetector detector = new KindDetector(table);
        return tests.stream().flatMap(test -> test.run(detector).stream()).toList();
    }

    /** Gathers what all files define. */
    private static final class Reader {
        private final Problems problems;
        private final List<BouncePattern> patterns = new ArrayList<>();
        private final List<PatternTest> tests = new ArrayList<>();
        private final Map<String, Place> seen = new HashMap<>();

        Reader(Problems problems) {
            this.problems = problems;
        }

        void read(String path, String text) {
            YamlFile.parse(path, text).map(problems).ifPresent(map -> {
                YamlReader keys = new YamlReader(map, problems);
                keys.text("description");
                for (YamlNode node : keys.list("patterns")) {
                    if (node instanceof YamlMap pattern) {
                        pattern(pattern);
                    } else {
                        problems.error(node.place(), "a pattern must be keys with values, found " + node.kind());
                    }
                }
                if (!keys.has("patterns")) {
                    problems.error(map.place(), "'patterns' is missing; it must be a list of patterns");
                }
                keys.rejectUnknown();
            });
        }

        private void pattern(YamlMap map) {
            PatternReader reader = new PatternReader(map);
            reader.read().ifPresent(pattern -> {
                Place first = seen.putIfAbsent(pattern.name(), map.placeOf("name"));
                if (first == null) {
                    patterns.add(pattern);
                    tests.addAll(reader.tests());
                } else {
                    problems.error(
                            map.placeOf("name"),
                            "pattern '" + pattern.name() + "' stands twice, first in " + first.file() + " on line "
                                    + first.line());
                }
            });
            problems.addAll(reader.problems());
        }
    }
}
