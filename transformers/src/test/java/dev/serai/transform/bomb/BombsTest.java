package dev.serai.transform.bomb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BombsTest {
    private static final Pattern CPU = Pattern.compile(" cpu=(\\d+) text=(\\d+) ");
    private static final int MOST_CPU = 5000;
    private static final int MOST_TEXT = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void bombsShouldComeOutAsMailWithWarningsInASmallHeap() throws Exception {
        for (Bomb bomb : Bomb.values()) {
            Files.write(folder.resolve(bomb.name()), bomb.mail);
        }
        List<String> lines = child();
        lines.forEach(System.out::println);
        assertThat(lines).hasSize(Bomb.values().length).allSatisfy(line -> {
            Matcher told = CPU.matcher(line);
            assertThat(told.find()).as(line).isTrue();
            assertThat(Integer.parseInt(told.group(1))).as(line).isLessThan(MOST_CPU);
            assertThat(Integer.parseInt(told.group(2))).as(line).isLessThanOrEqualTo(MOST_TEXT);
            assertThat(line).contains("failed=[] ").doesNotEndWith("warnings=[]");
        });
    }

    private List<String> child() throws Exception {
        Path output = folder.resolveSibling(folder.getFileName() + ".out");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BombRun.class.getName(),
                folder.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            String told = Files.readString(output);
            assertThat(process.exitValue()).as(told).isZero();
            return Arrays.asList(told.split("\n"));
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
