package dev.serai.trial;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Settings;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlReader;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.mime.RawSource;
import dev.serai.scaffold.Format;
import dev.serai.scaffold.ListEnd;
import dev.serai.scaffold.SchemaLine;
import dev.serai.scaffold.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what became of a mail as a test beside its strategy, where {@code check} runs it from then on. */
public final class TestKeeper {
    private static final String FOLDER = "routes/strategies/strategy-";

    private final Home home;
    private final Settings settings;
    private final Clock clock;

    public TestKeeper(Home home, Settings settings, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A test that was written.
     *
     * @param path of the file with the tests
     * @param copied whether that file and its strategy are copies of the shipped ones
     */
    public record Kept(String name, String path, boolean copied) {}

    /**
     * Adds a test of one mail, which passes.
     *
     * @param trial of the files as they are now
     * @param point whose mail it is; null when its address says so
     * @throws IllegalArgumentException when no strategy decides about it first, or the test would not pass
     */
    public Kept keep(Trial trial, Path mail, @Nullable PointName point, TrialReport report)
            throws IOException, TrialException {
        QueueName queue = first(trial.generation(), point, report);
        String path = FOLDER + queue + ".test.yaml";
        boolean copied = copyShipped(queue);
        String before = text(path).orElseGet(() -> begun(queue));
        Problems problems = new Problems();
        YamlReader file =
                new YamlReader(YamlFile.parse(path, before).map(problems).orElseThrow(), problems);
        Instant now = file.parsed("now", TrialTests::time).orElseGet(clock::instant);
        DryOutsideOf outside = new DryOutsideOf(file, trial.generation(), problems);
        TrialReport again = trial.run(
                report.file(),
                RawSource.of(mail),
                point,
                Situation.in(queue),
                now,
                outside.mocks().outside());
        KeptTest test = new KeptTest(again, Optional.ofNullable(point));
        String name = test.name(names(file));
        String after = ListEnd.append(path, before, "tests", test.lines(name, stored(mail)));
        passes(path, after);
        WholeFile.write(home.resolve(path), after);
        return new Kept(name, path, copied);
    }

    /** The mocks of a file's head. */
    private record DryOutsideOf(YamlReader file, Generation generation, Problems problems) {
        Mocks mocks() {
            return Mocks.none().with(file.map("mocks"), generation, problems);
        }
    }

    private QueueName first(Generation generation, @Nullable PointName point, TrialReport report) {
        QueueName queue = Optional.ofNullable(point)
                .map(generation.mailboxes()::get)
                .map(mailbox -> mailbox.point().queue())
                .orElseGet(() -> report.decisions().stream()
                        .map(step -> step.file().replaceFirst("^.*/strategy-(.+?)\\.camel\\.yaml.*$", "$1"))
                        .filter(name -> !name.contains("/"))
                        .findFirst()
                        .map(QueueName::of)
                        .orElse(QueueName.of("inbound")));
        QueueDefinition declared = generation.queues().get(queue);
        if (declared == null || !declared.strategy()) {
            throw new IllegalArgumentException(report.file() + ": no strategy decides about it, it goes to the queue '"
                    + queue + "' at once; there is nothing to test");
        }
        return queue;
    }

    /** A test in the instance takes the place of the shipped pair of strategy and test: both have to be there. */
    private boolean copyShipped(QueueName queue) throws IOException {
        boolean own = home.isCheckout() || Files.exists(home.resolve(FOLDER + queue + ".camel.yaml"));
        if (own) {
            return false;
        }
        for (String ending : List.of(".camel.yaml", ".test.yaml")) {
            Optional<Path> shipped = home.file(FOLDER + queue + ending);
            if (shipped.isPresent() && !Files.exists(home.resolve(FOLDER + queue + ending))) {
                WholeFile.write(home.resolve(FOLDER + queue + ending), Files.readString(shipped.get()));
            }
        }
        return true;
    }

    private Optional<String> text(String path) throws IOException {
        Path file = home.resolve(path);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private String begun(QueueName queue) {
        return SchemaLine.of(Format.STRATEGY_TEST, home) + "description: What strategy-" + queue + " promises.\nnow: "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\ntests:\n";
    }

    private static List<String> names(YamlReader file) {
        return file.list("tests").stream()
                .filter(dev.serai.files.YamlMap.class::isInstance)
                .map(test -> ((dev.serai.files.YamlMap) test).text("name").orElse(""))
                .toList();
    }

    /** The mail's path below the instance or the checkout; a mail from elsewhere is copied into samples/. */
    private String stored(Path mail) throws IOException {
        Path absolute = mail.toAbsolutePath().normalize();
        for (Path root : List.of(home.folder(), home.shipped())) {
            if (absolute.startsWith(root)) {
                return root.relativize(absolute).toString().replace('\\', '/');
            }
        }
        String stem =
                absolute.getFileName().toString().replaceFirst("\\.eml$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        for (int number = 1; ; number++) {
            String path = "samples/" + stem + (number == 1 ? "" : "-" + number) + ".eml";
            Path copy = home.resolve(path);
            if (!Files.exists(copy)) {
                Files.createDirectories(copy.getParent());
                Files.copy(absolute, copy);
                return path;
            }
            if (Files.mismatch(copy, absolute) < 0) {
                return path;
            }
        }
    }

    private void passes(String path, String text) {
        FileSet files = Generation.load(home).files();
        Map<String, byte[]> contents = new TreeMap<>();
        files.paths().forEach(one -> files.bytes(one).ifPresent(bytes -> contents.put(one, bytes)));
        contents.put(path, text.getBytes(StandardCharsets.UTF_8));
        Generation generation = Generation.of(FileSet.of(contents));
        String errors = new TrialTests(home, settings)
                .run(generation).stream()
                        .filter(problem -> problem.isError() && problem.file().equals(path))
                        .map(Problem::toString)
                        .collect(Collectors.joining("; "));
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("not saved, since it would not pass: " + errors);
        }
    }
}
