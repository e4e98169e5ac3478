package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.files.Severity;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Playbook;
import dev.serai.trial.Trial;
import dev.serai.trial.TrialException;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            "Exit status: 0 all would be processed, 1 one would be put into quarantine or could not be read.",
            "",
            "Examples:",
            "  ./serai try samples/invoice.eml",
            "  ./serai try --json samples"
        })
final class TryCommand implements Callable<Integer> {
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

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Mail files, or folders with *.eml files.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> paths;

    @Override
    public Integer call() throws IOException, TrialException {
        List<Path> mails = mails();
        Home home = new Home(serai.home(), serai.checkout());
        Generation generation = Generation.load(home);
        if (!usable(generation)) {
            return 1;
        }
        PointName chosen = chosen(generation);
        Playbook playbook = Playbook.of(generation, Settings.load(home));
        try (Trial trial = new Trial(playbook, getClass().getClassLoader())) {
            int worst = 0;
            for (Path mail : mails) {
                worst = Math.max(worst, tried(trial, mail, chosen));
            }
            return worst;
        }
    }

    private int tried(Trial trial, Path mail, @Nullable PointName chosen) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isReadable(mail)) {
            return complain(mail + ": cannot be read");
        }
        if (Files.size(mail) == 0) {
            return complain(mail + ": the file is empty, there is no mail in it");
        }
        TrialReport report = trial.run(mail.toString(), RawSource.of(mail), chosen, Instant.now());
        if (json) {
            out.println(Json.write(report));
        } else {
            TryReport.print(report, out);
        }
        out.flush();
        return report.isQuarantined() ? 1 : 0;
    }

    private int complain(String line) {
        spec.commandLine().getErr().println("serai: " + line);
        return 1;
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
