package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Settings;
import dev.serai.files.Severity;
import dev.serai.files.StrategyKeys;
import dev.serai.files.Units;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.strategy.LiveOutside;
import dev.serai.strategy.Playbook;
import dev.serai.trial.TestKeeper;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Dry run of mail files through the edited files; nothing is stored or sent. */
@Command(
        name = "try",
        header = "Says what would become of mail files, and why; stores and sends nothing.",
        sortOptions = false,
        footer = {
            "",
            "Exit status: 0 all would be processed, 1 one would be put into quarantine or could not be read;",
            "with --diff: 0 nothing differs, 1 something does, or there is no hub to compare with.",
            "",
            "Examples:",
            "  ./serai try samples/invoice.eml",
            "  ./serai try --json samples",
            "  ./serai try --diff --since 24h       what an edit changes, before it is live",
            "  ./serai try --save-test invoice.eml  what is so today stays so"
        })
final class TryCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object a line and mail.")
    private boolean json;

    @Option(
            names = "--point",
            paramLabel = "NAME",
            description = "The capture point; else the one whose address is in To or Cc, else the queue inbound.")
    private @Nullable String point;

    @Option(
            names = "--queue",
            paramLabel = "NAME",
            description = "The strategy's queue to begin in, before any mailbox places mail there.")
    private @Nullable String queue;

    @Option(
            names = "--live",
            description = "Lookups and calls really ask; else mocks of the test file or their fallback answer.")
    private boolean live;

    @Option(
            names = "--since",
            paramLabel = "24h",
            description = "The mail that the running hub received in that time, in place of or beside PATH.")
    private @Nullable String since;

    @Option(
            names = "--diff",
            description = "Only what the running hub, with the files that are live, would decide otherwise.")
    private boolean diff;

    @Option(names = "--save-test", description = "Writes each mail as a test beside its strategy, which check runs.")
    private boolean saveTest;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Mail files, or folders with *.eml files.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() throws IOException, TrialException {
        checkUse();
        List<Path> files = mails();
        Home home = new Home(serai.home(), serai.checkout());
        Generation generation = Generation.load(home);
        if (!usable(generation)) {
            return 1;
        }
        PointName chosen = chosen(generation);
        QueueName first = first(generation);
        Settings settings = Settings.load(home);
        HubClient hub = access.client(serai);
        List<TriedMail> mails = new ArrayList<>();
        files.forEach(file -> mails.add(new TriedMail(file.toString(), file, chosen)));
        Path folder = Files.createTempDirectory("serai-try");
        try (LiveOutside outside = new LiveOutside(home, Clock.systemUTC());
                Trial trial = new Trial(
                        live ? Playbook.of(generation, settings).asking(outside) : Playbook.of(generation, settings),
                        getClass().getClassLoader(),
                        settings.duration(StrategyKeys.DEADLINE))) {
            if (since != null) {
                mails.addAll(
                        new StoredMails(hub, generation).since(Instant.now().minus(Units.duration(since)), folder));
            }
            TryRun run = new TryRun(trial, spec, json, first);
            return diff
                    ? run.differences(mails, hub)
                    : run.reports(mails, saveTest ? new TestKeeper(home, settings, Clock.systemUTC()) : null);
        } finally {
            WorkFiles.delete(folder);
        }
    }

    private void checkUse() {
        if (paths.isEmpty() && since == null) {
            throw wrong("which mails? Give files or folders, or --since 24h for what the running hub received");
        }
        if (diff && saveTest) {
            throw wrong("--diff and --save-test exclude each other");
        }
        if (queue != null && (point != null || diff || saveTest)) {
            throw wrong("--queue excludes --point, --diff and --save-test, which go by the queue of a point");
        }
        try {
            if (since != null) {
                Units.duration(since);
            }
        } catch (IllegalArgumentException noDuration) {
            throw wrong("--since: " + noDuration.getMessage());
        }
    }

    private boolean usable(Generation generation) {
        List<Problem> errors = generation.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        errors.forEach(problem -> spec.commandLine().getErr().println(problem));
        if (!errors.isEmpty()) {
            spec.commandLine().getErr().println("serai: the files have errors; `./serai check` says more");
        }
        return errors.isEmpty();
    }

    private @Nullable PointName chosen(Generation generation) {
        if (point == null) {
            return null;
        }
        PointName name = pointName(point);
        if (!generation.mailboxes().containsKey(name)) {
            throw wrong("--point " + point + ": no such mailbox; there are "
                    + (generation.mailboxes().isEmpty()
                            ? "none"
                            : String.join(
                                    ", ",
                                    generation.mailboxes().keySet().stream()
                                            .map(PointName::value)
                                            .sorted()
                                            .toList())));
        }
        return name;
    }

    private @Nullable QueueName first(Generation generation) {
        if (queue == null) {
            return null;
        }
        List<String> decided = generation.queues().values().stream()
                .filter(QueueDefinition::strategy)
                .map(definition -> definition.name().value())
                .sorted()
                .toList();
        if (!decided.contains(queue)) {
            throw wrong("--queue " + queue + ": no strategy decides about it; there are " + String.join(", ", decided));
        }
        return QueueName.of(queue);
    }

    private PointName pointName(String given) {
        try {
            return PointName.of(given);
        } catch (IllegalArgumentException notAName) {
            throw wrong("--point: " + notAName.getMessage());
        }
    }

    private List<Path> mails() throws IOException {
        List<Path> mails = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw wrong(path + ": no such file or folder");
            }
            mails.addAll(Files.isDirectory(path) ? inFolder(path) : List.of(path));
        }
        return mails;
    }

    private List<Path> inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".eml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw wrong(folder + ": no *.eml file in this folder");
            }
            return found;
        }
    }

    private ParameterException wrong(String line) {
        return new ParameterException(spec.commandLine(), line);
    }
}
