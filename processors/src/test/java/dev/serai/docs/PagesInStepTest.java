package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.RouteFile;
import dev.serai.files.SettingKey;
import dev.serai.files.SettingKeys;
import dev.serai.interaction.Json;
import dev.serai.strategy.StrategyBody;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Pages that list what the code has list all of it, and nothing else. */
class PagesInStepTest {
    @Test
    void thePageOfCrashWindowsShouldNameEachWithItsMeaningInOrder() {
        List<String> rows = Page.of("docs/crash-windows.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows).hasSameSizeAs(CrashWindow.values());
        for (int i = 0; i < rows.size(); i++) {
            CrashWindow window = CrashWindow.values()[i];
            assertThat(rows.get(i).replace("`afterProcessing`", "afterProcessing"))
                    .startsWith("| `" + window + "` | " + window.meaning() + " |");
        }
    }

    @Test
    void everyRouteShouldHaveItsPage() throws IOException {
        Set<String> routes =
                new TreeSet<>(Generation.load(Home.of(Page.CHECKOUT)).routes().keySet());

        assertThat(pagesIn("docs/routes")).isEqualTo(routes);
    }

    @Test
    void thePagesOfApiRoutesShouldHaveTheirCallsInOrder() throws IOException {
        for (RouteFile route : Generation.load(Home.of(Page.CHECKOUT)).routes().values()) {
            if (route.kind() == RouteFile.Kind.API) {
                List<String> rows = Page.of("docs/routes/" + route.id() + ".md")
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .toList();

                assertThat(rows).as(route.id()).isEqualTo(calls(Page.CHECKOUT.resolve(route.path())));
            }
        }
    }

    @Test
    void everySettingOfTheReferenceShouldBeReadBySomebody() throws IOException {
        String readers = sources(file -> !file.getFileName().toString().equals("SettingKeys.java"));

        assertThat(SettingKeys.all())
                .isNotEmpty()
                .extracting(PagesInStepTest::constant)
                .allSatisfy(constant -> assertThat(readers).containsPattern("\\b" + constant + "\\b"));
    }

    @Test
    void everySettingThatAnAreaDeclaresShouldBeInTheReference() throws IOException {
        String areas = sources(file -> file.getParent().endsWith("files"));

        assertThat(areas.split("new SettingKey\\(", -1))
                .hasSize(SettingKeys.all().size() + 1);
    }

    @Test
    void theFieldsOfTheBodyShouldBeOnThePageOfStrategies() {
        String page = Page.of("docs/reference/strategies.md").text();

        assertThat(StrategyBody.class.getDeclaredMethods())
                .extracting(Method::getName)
                .filteredOn(name -> name.startsWith("get"))
                .allSatisfy(name -> assertThat(page)
                        .containsPattern(
                                "\\{body\\." + Character.toLowerCase(name.charAt(3)) + name.substring(4) + "[\\[}]"));
    }

    @Test
    void theIndexOfDecisionsShouldHaveAllOfThem() throws IOException {
        String index = Page.of("docs/adr/README.md").text();

        assertThat(pagesIn("docs/adr"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(index).contains("(" + page + ".md)"));
    }

    @Test
    void everyTableOfTheSchemaShouldBeInTheArchitecture() throws IOException {
        String page = Page.of("docs/architecture.md").text();
        Set<String> tables;
        try (Stream<Path> migrations = Files.list(Page.CHECKOUT.resolve("sql/common"))) {
            tables = migrations.flatMap(PagesInStepTest::tables).collect(Collectors.toSet());
        }

        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(page).contains("`" + table + "`"));
    }

    @Test
    void everyPackageShouldBeInTheArchitecture() throws IOException {
        String page = Page.of("docs/architecture.md").text();

        assertThat(packages()).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    /** `serai.http.max-body` is HttpKeys.MAX_BODY, `serai.data` HubKeys.DATA. */
    private static String constant(SettingKey key) {
        String[] words = key.name().split("\\.");
        String area = words.length == 2 ? "hub" : words[1];
        String option = String.join("_", List.of(words).subList(Math.min(words.length, 3) - 1, words.length));
        return area.substring(0, 1).toUpperCase(Locale.ROOT) + area.substring(1) + "Keys."
                + option.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String sources(Predicate<Path> wanted) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Page.CHECKOUT.resolve("processors/src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<String> calls(Path file) throws IOException {
        JsonNode rest = Json.MAPPER
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)))
                .path(0)
                .path("rest");
        List<String> calls = new ArrayList<>();
        for (String method : List.of("get", "post", "put", "patch", "delete")) {
            for (JsonNode call : rest.path(method)) {
                String path = rest.path("path").asText() + call.path("path").asText();
                calls.add("| `" + method.toUpperCase(Locale.ROOT) + " " + path + "` | "
                        + call.path("description").asText().strip() + " | `"
                        + call.path("id").asText() + "` |");
            }
        }
        return calls;
    }

    private static Set<String> packages() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("transformers", "processors")) {
            try (Stream<Path> folders = Files.list(Page.CHECKOUT.resolve(module + "/src/main/java/dev/serai"))) {
                folders.forEach(folder -> names.add(folder.getFileName().toString()));
            }
        }
        return names;
    }

    private static Stream<String> tables(Path migration) {
        try {
            return Pattern.compile("(?m)^create table (\\w+)")
                    .matcher(Files.readString(migration))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Set<String> pagesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Page.CHECKOUT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
