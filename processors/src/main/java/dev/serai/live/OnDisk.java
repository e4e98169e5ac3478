package dev.serai.live;

import dev.serai.check.Checker;
import dev.serai.check.StrategyTests;
import dev.serai.files.FilesStamp;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the files on disk are worth at start, before any database is asked.
 *
 * @param stamp how they stood before they were read
 */
public record OnDisk(Generation generation, List<Problem> errors, List<Problem> warnings, FilesStamp stamp) {

    /** @throws java.io.UncheckedIOException when they cannot be read */
    public static OnDisk read(Home home, Settings settings) {
        FilesStamp stamp = FilesStamp.of(home);
        Generation generation = Generation.load(home);
        Map<Boolean, List<Problem>> found = new Checker(settings, StrategyTests.none())
                .check(generation).stream().collect(Collectors.partitioningBy(Problem::isError));
        return new OnDisk(generation, found.getOrDefault(true, List.of()), found.getOrDefault(false, List.of()), stamp);
    }
}
