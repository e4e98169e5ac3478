package dev.serai.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.serai.check.Checker;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Outside;
import dev.serai.strategy.Playbook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shipped files with a strategy of the test's own for the queue inbound, tried without any hub. */
public final class TrialHouse {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));
    private static final String STRATEGY = "routes/strategies/strategy-inbound";
    private static final FileSet SHIPPED =
            Generation.load(new Home(CHECKOUT, CHECKOUT)).files();

    private final Map<String, String> files = new TreeMap<>();

    public TrialHouse() {
        SHIPPED.paths().forEach(path -> files.put(path, SHIPPED.text(path).orElseThrow()));
        files.remove(STRATEGY + ".test.yaml");
    }

    public TrialHouse file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** The steps of the strategy, as a list of YAML; it ends in the queue general where they do not end it. */
    public TrialHouse strategy(String steps) {
        return file(STRATEGY + ".camel.yaml", strategyText(steps));
    }

    /** The text of a whole strategy file with such steps. */
    public static String strategyText(String steps) {
        return """
                - route:
                    id: strategy-inbound
                    description: A test's own.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                """ + steps.strip().indent(8) + """
                        - to: {id: to-general, uri: "kamelet:place-action", parameters: {queue: general}}
                """;
    }

    /** Tests beside the strategy. */
    public TrialHouse tests(String text) {
        return file(STRATEGY + ".test.yaml", text);
    }

    public Generation generation() {
        return Generation.of(FileSet.ofTexts(files));
    }

    /** What `check` says, the strategy tests included. */
    public List<String> check() {
        Settings settings = Settings.of(Map.of());
        Home home = new Home(CHECKOUT, CHECKOUT);
        return new Checker(settings, new TrialTests(home, settings))
                .check(generation()).stream().map(Problem::toString).toList();
    }

    /** A dry run of a mail from jo@example.org, asking as given. */
    public TrialReport tried(Outside outside) throws Exception {
        return tried(outside, "From: jo@example.org\r\nTo: support@example.com\r\nSubject: Invoice\r\n\r\nHello\r\n");
    }

    public TrialReport tried(Outside outside, String mail) throws Exception {
        Playbook playbook = Playbook.of(generation(), Settings.of(Map.of())).asking(outside);
        try (Trial trial = new Trial(playbook, getClass().getClassLoader())) {
            return trial.run("test", RawSource.of(mail.getBytes(UTF_8)), null, Instant.now());
        }
    }
}
