package dev.serai.command;

import dev.serai.check.Checker;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.files.SqlPointDefinition;
import dev.serai.interaction.Json;
import dev.serai.rest.StartCheck;
import dev.serai.trial.TrialTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Option(
            names = "--connect",
            description =
                    "Tries mailboxes, Kafka and database points and accounts too: connects, logs in, counts; changes nothing.")
    private boolean connect;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "With --connect: only these mailboxes, points and accounts; else all that are enabled.")
    private Set<String> names = Set.of();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!connect && !names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "names of mailboxes, points and accounts need --connect");
        }
        Home home = new Home(serai.home(), serai.checkout());
        Settings settings = Settings.load(home);
        Generation generation = Generation.load(home);
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(StartCheck.problems(settings, home));
        problems.addAll(new Checker(settings, new TrialTests(home, settings)).check(generation));
        problems.addAll(LeftOutTransformers.find(home));
        List<ConnectionResult> connections = connect ? tried(home, settings, generation) : List.of();
        long errors = problems.stream().filter(Problem::isError).count();
        int files = generation.files().paths().size();
        print(json ? asJson(problems, errors, files, connections) : asText(problems, errors, files, connections));
        boolean well = errors == 0 && connections.stream().allMatch(ConnectionResult::isWell);
        return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<ConnectionResult> tried(Home home, Settings settings, Generation generation) {
        Set<String> known = new TreeSet<>();
        generation.mailboxes().keySet().forEach(name -> known.add(name.value()));
        generation.points(KafkaPointDefinition.class).keySet().forEach(name -> known.add(name.value()));
        generation.accounts().keySet().forEach(name -> known.add(name.value()));
        generation.points(SqlPointDefinition.class).keySet().forEach(name -> known.add(name.value()));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no mailbox, Kafka or database point or account '" + name + "'; there are " + known);
            }
        }
        return new ConnectionTest(home, settings).run(generation, names);
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private static String asText(List<Problem> problems, long errors, int files, List<ConnectionResult> connections) {
        List<String> lines =
                new ArrayList<>(problems.stream().map(Problem::toString).toList());
        connections.forEach(connection -> lines.add(connection.text()));
        long warnings = problems.size() - errors;
        String found =
                problems.isEmpty() ? "nothing wrong" : count(errors, "error") + ", " + count(warnings, "warning");
        long dead =
                connections.stream().filter(connection -> !connection.isWell()).count();
        lines.add(files + " files: " + found + (dead == 0 ? "" : "; " + count(dead, "connection") + " failed"));
        return String.join(System.lineSeparator(), lines);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String asJson(List<Problem> problems, long errors, int files, List<ConnectionResult> connections)
            throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("files", files);
        result.put("errors", errors);
        result.put("warnings", problems.size() - errors);
        result.put("problems", problems.stream().map(CheckCommand::members).toList());
        if (!connections.isEmpty()) {
            result.put(
                    "connections",
                    connections.stream().map(ConnectionResult::members).toList());
        }
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
