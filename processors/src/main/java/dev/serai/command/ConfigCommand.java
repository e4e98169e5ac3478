package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the settings in force and where each came from; of a secret only its reference. */
@Command(
        name = "config",
        header = "Effective settings and where each came from.",
        footer = {"", "docs/reference/configuration.md says what each of them does."})
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--changed", description = "Only what is not at its default.")
    private boolean changed;

    @Override
    public Integer call() {
        Settings settings = Settings.load(new Home(serai.home(), serai.checkout()));
        PrintWriter out = spec.commandLine().getOut();
        List<Settings.Value> values = settings.all().stream()
                .filter(value -> !changed || value.isChanged())
                .toList();
        int widest = values.stream()
                .mapToInt(value -> assignment(value).length())
                .max()
                .orElse(0);
        values.forEach(
                value -> out.printf("%-" + Math.max(widest, 1) + "s  # %s%n", assignment(value), value.origin()));
        out.flush();
        return problems(settings.problems());
    }

    private int problems(List<Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(err::println);
        err.flush();
        return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String assignment(Settings.Value value) {
        return value.key().name() + " = " + value.text();
    }
}
