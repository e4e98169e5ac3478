package dev.serai.scaffold;

import dev.serai.check.Checker;
import dev.serai.check.StrategyTests;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes sure that a draft passes check before it is written: what was said for it may be wrong. */
final class Proof {
    private Proof() {}

    /**
     * Checks the files of a draft among those that there are.
     *
     * @throws IllegalArgumentException with the errors, when there are some in them, or some in other files because of them
     */
    static void of(Draft draft, Home home) {
        FileSet files = Generation.load(home).files();
        Map<String, byte[]> contents = new TreeMap<>();
        files.paths().forEach(path -> files.bytes(path).ifPresent(bytes -> contents.put(path, bytes)));
        draft.files().forEach(file -> contents.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)));
        List<String> paths = draft.files().stream().map(Draft.File::path).toList();
        Checker checker = new Checker(Settings.load(home), StrategyTests.none());
        List<Problem> before = checker.check(Generation.of(files));
        String errors = checker.check(Generation.of(FileSet.of(contents))).stream()
                .filter(Problem::isError)
                .filter(problem -> paths.contains(problem.file()) || !before.contains(problem))
                .map(Problem::reason)
                .collect(Collectors.joining("; "));
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("not written, since it would not pass check: " + errors);
        }
    }
}
