package dev.serai.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The failures of other mail importers that the hub must not have are numbered; each has a test that bears its number. */
class FieldFailuresTest {
    private static final Pattern NAME = Pattern.compile("void (p\\d\\d)_\\w+\\(");

    @Test
    void everyFailureInFetchingReadingAndThreadingShouldHaveATest() throws IOException {
        Set<String> rows =
                IntStream.rangeClosed(1, 64).mapToObj("p%02d"::formatted).collect(toCollection(TreeSet::new));

        assertThat(numbersInTests()).containsAll(rows);
    }

    private static Set<String> numbersInTests() throws IOException {
        Set<String> numbers = new TreeSet<>();
        for (String module : List.of("transformers", "processors")) {
            try (Stream<Path> files = Files.walk(Page.CHECKOUT.resolve(module + "/src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .flatMap(FieldFailuresTest::numbers)
                        .forEach(numbers::add);
            }
        }
        return numbers;
    }

    private static Stream<String> numbers(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).results().map(FieldFailuresTest::number);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String number(MatchResult found) {
        return found.group(1);
    }
}
