package dev.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final Path HOME = Path.of(System.getProperty("serai.home"));
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>");
    private static final Pattern MANAGED = Pattern.compile("(?s)<dependencyManagement>.*</dependencyManagement>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([^`]*)`");

    @Test
    void everyDirectDependencyShouldHaveItsLine() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (String pom : new String[] {"pom.xml", "transformers/pom.xml", "processors/pom.xml"}) {
            String text = MANAGED.matcher(Files.readString(HOME.resolve(pom))).replaceAll("");
            declared.addAll(groups(DEPENDENCY, text));
        }

        String rows = String.join("\n", groups(ROW, Files.readString(HOME.resolve("docs/dependencies.md"))));

        assertThat(groups(NAME, rows)).isEqualTo(declared);
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
