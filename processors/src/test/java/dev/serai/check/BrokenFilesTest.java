package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BrokenFilesTest {
    private static final int EDITS = Integer.getInteger("serai.test.edits", 150);
    private static final FileSet SHIPPED =
            Generation.load(Home.of(Path.of(System.getProperty("serai.home")))).files();

    @Test
    void noEditShouldMakeTheCheckerThrow() {
        Checker checker = new Checker(Settings.of(Map.of()), StrategyTests.none());
        Random random = new Random(4711);
        List<String> paths = new ArrayList<>(SHIPPED.paths());
        for (int i = 0; i < EDITS; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            Map<String, String> files = new TreeMap<>();
            SHIPPED.paths().forEach(name -> files.put(name, SHIPPED.text(name).orElseThrow()));
            String broken = broken(files.getOrDefault(path, ""), random);
            files.put(path, broken);

            assertThatCode(() -> checker.check(Generation.of(FileSet.ofTexts(files))))
                    .as(path + ":%n" + broken)
                    .doesNotThrowAnyException();
        }
    }

    /** A line dropped, doubled, indented or cut; or some characters replaced. */
    private static String broken(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(Math.max(1, lines.size()));
        String line = lines.isEmpty() ? "" : lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, "  " + line);
            case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            case 4 -> lines.set(at, line.replaceFirst(":.*", ": []"));
            default -> lines.set(at, line.replace('e', "'\"{[:&*!%@`,?#".charAt(random.nextInt(13))));
        }
        return String.join("\n", lines);
    }
}
