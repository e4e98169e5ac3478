package dev.serai.trial;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The mail files that tests name: they belong to no generation, so that how they stand is asked apart. */
final class TestFiles {
    private TestFiles() {}

    /** By name, what changes when one comes, goes or is written. */
    static Map<String, String> stamps(Generation generation, Home home) {
        Map<String, String> stamps = new TreeMap<>();
        generation
                .strategyTests()
                .forEach((path, text) -> names(path, text).forEach(name -> stamps.put(name, stamp(name, home))));
        return stamps;
    }

    private static Stream<String> names(String path, String text) {
        List<YamlMap> tests = YamlFile.parse(path, text)
                .map(new Problems())
                .flatMap(file -> file.list("tests"))
                .map(YamlList::items)
                .orElse(List.of())
                .stream()
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast)
                .toList();
        return tests.stream()
                .flatMap(test -> Stream.of("mail", "reply").map(test::get).flatMap(Optional::stream))
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text());
    }

    private static String stamp(String name, Home home) {
        Optional<Path> file = home.file(name);
        try {
            return file.isEmpty() ? "absent" : Files.getLastModifiedTime(file.get()) + " " + Files.size(file.get());
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }
}
