package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.SettingKey;
import dev.serai.files.SettingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The types of events that the page of events has are those that the code writes. */
class EventTypesTest {
    private static final Path HOME = Path.of(System.getProperty("serai.home"));
    private static final Pattern WRITTEN =
            Pattern.compile("\"(serai\\.(?:interaction|dispatch|capture|alert|config|contact|follower)\\.[a-z-]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(serai\\.[a-z]+\\.[a-z-]+)` \\|");

    @Test
    void eachTypeThatIsWrittenShouldBeOnThePageAndTheReverse() throws IOException {
        Set<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(HOME.resolve("processors/src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                written.addAll(found(WRITTEN, source));
            }
        }
        written.removeAll(SettingKeys.all().stream().map(SettingKey::name).collect(Collectors.toSet()));

        assertThat(found(DOCUMENTED, HOME.resolve("docs/reference/events.md")))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
