package dev.serai.command;

import dev.serai.check.Checker;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.interaction.Json;
import dev.serai.trial.TrialTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Validates the settings and all live files, one line for each problem; warnings alone are no failure. */
@Command(
        name = "check",
        header = "Validates routes, rules, responses, queues and settings: file, line, reason.",
        footer = {"", "Exit status: 0 nothing wrong (warnings apart), 1 errors found, 2 wrong use."})
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Home home = new Home(serai.home(), serai.checkout());
        Settings settings = Settings.load(home);
        Generation generation = Generation.load(home);
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(new Checker(settings, new TrialTests(home, settings)).check(generation));
        long errors = problems.stream().filter(Problem::isError).count();
        int files = generation.files().paths().size();
        print(json ? asJson(problems, errors, files) : asText(problems, errors, files));
        return errors == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private static String asText(List<Problem> problems, long errors, int files) {
        List<String> lines =
                new ArrayList<>(problems.stream().map(Problem::toString).toList());
        long warnings = problems.size() - errors;
        String found =
                problems.isEmpty() ? "nothing wrong" : count(errors, "error") + ", " + count(warnings, "warning");
        lines.add(files + " files: " + found);
        return String.join(System.lineSeparator(), lines);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String asJson(List<Problem> problems, long errors, int files) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("files", files);
        result.put("errors", errors);
        result.put("warnings", problems.size() - errors);
        result.put("problems", problems.stream().map(CheckCommand::members).toList());
        return Json.MAPPER.writeValueAsString(result);
    }

    private static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", problem.file());
        members.put("line", problem.line());
        members.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        members.put("reason", problem.reason());
        return members;
    }
}
