package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.check.Checker;
import dev.serai.command.Serai;
import dev.serai.docs.PageFolder.Call;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.interaction.Json;
import dev.serai.samples.SampleProject;
import dev.serai.trial.TrialTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** What a page tells its reader to write and to type works. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PagesTest {
    /** They work on a hub that runs, or become one; Tests of their own run them. */
    private static final Set<String> LIVE = Set.of("run", "demo", "status", "explain", "verify");

    @TempDir
    private Path home;

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    static Stream<Page> pagesWithFiles() {
        return pages().filter(Page::hasFiles);
    }

    static Stream<Page> pagesWithCommands() {
        return pages().filter(Page::hasCommands);
    }

    /** The reader of the guide has the sample's jar in lib/; here its classes are on the class path. */
    @BeforeAll
    static void theSampleTransformerIsBuilt(@TempDir Path folder) throws Exception {
        Path tests = Path.of(PagesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        SampleProject.copyTo("transformer", folder.resolve("mine")).compile("src/main", tests);
    }

    @BeforeEach
    void theCheckoutIsTheOneOfTheBuild() {
        System.setProperty(Serai.CHECKOUT, System.getProperty("serai.home"));
    }

    @ParameterizedTest
    @MethodSource("pagesWithFiles")
    void filesOfAPageShouldPassCheckAsOneInstance(Page page) throws IOException {
        Home instance = new Home(new PageFolder(page, home).desk(), Page.CHECKOUT);
        Settings settings = Settings.load(instance);
        List<Problem> problems = new ArrayList<>(settings.problems());

        problems.addAll(new Checker(settings, new TrialTests(instance, settings)).check(Generation.load(instance)));

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void commandsOfAPageShouldRun(Page page) throws IOException, InterruptedException {
        PageFolder folder = new PageFolder(page, home);

        for (Call call : folder.calls()) {
            if (call.program().equals("serai")) {
                run(page, call);
            } else {
                call(page, call);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void blocksOfAPageShouldBeWellFormed(Page page) throws IOException {
        for (Block block : page.blocks()) {
            if (block.language().equals("json")) {
                Json.MAPPER.readTree(block.text());
            } else if (block.language().equals("yaml")) {
                new Load(LoadSettings.builder().build())
                        .loadAllFromString(block.text())
                        .forEach(document -> {});
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksOfAPageShouldLeadSomewhere(Page page) {
        Path from = Path.of(page.path());

        for (String link : page.links()) {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
            assertThat(Page.CHECKOUT.resolve(target)).as(page + ": " + link).exists();
            if (parts.length == 2) {
                assertThat(Page.of(target.toString()).anchors())
                        .as(page + ": " + link)
                        .contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageShouldNotNameAMachineOfItsWriter(Page page) {
        assertThat(page.text()).doesNotContain("/root/", "/tmp/", "file:///").doesNotContain("\t");
    }

    private static void call(Page page, Call call) throws IOException {
        HttpCall http = HttpCall.of(call.arguments());

        assertThat(http.isKnown())
                .as("%s:%s: %s", page, call.block().line(), http)
                .isTrue();
        if (http.json().isPresent()) {
            Json.MAPPER.readTree(http.json().get());
        }
    }

    private static void run(Page page, Call call) {
        StringWriter out = new StringWriter();
        CommandLine root = Serai.commandLine(call.home().isEmpty() ? Map.of() : Map.of("SERAI_HOME", call.home()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out));
        String where = page + ":" + call.block().line() + ": ./serai " + String.join(" ", call.arguments());
        String[] arguments = PageFolder.located(call.arguments()).toArray(String[]::new);
        boolean live = LIVE.contains(arguments[0]) || call.arguments().contains("--connect");
        if (live || call.block().needsHub()) {
            root.parseArgs(arguments);
        } else {
            assertThat(root.execute(arguments))
                    .as(where + "\n" + out)
                    .isEqualTo(call.block().exit());
        }
    }
}
