package dev.serai.command;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * Runs typical commands without their output, so that the JVM can archive the classes they load. The launcher does
 * this once after each build; a command that should start fast gets a line here.
 */
final class Training {
    private static final List<List<String>> RUNS = List.of(
            List.of("--help"),
            List.of("version"),
            List.of("versoin"),
            List.of("check"),
            List.of("try", "samples"),
            List.of("demo", "--exit"));

    private Training() {}

    public static void main(String[] arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        RUNS.forEach(run ->
                Serai.commandLine(Map.of()).setOut(nowhere).setErr(nowhere).execute(run.toArray(String[]::new)));
    }
}
