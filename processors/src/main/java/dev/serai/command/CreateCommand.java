package dev.serai.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an instance folder: the user's own files, over what is shipped. */
@Command(name = "create", header = "Makes an instance folder for routes and configuration of your own.")
final class CreateCommand implements Callable<Integer> {
    private static final List<String> FOLDERS = List.of(
            "routes/capture",
            "routes/strategies",
            "routes/dispatch",
            "config/queues",
            "config/screening",
            "config/bounces",
            "config/responses",
            "lib");

    private static final String SETTINGS = """
            # The settings of this instance; `./serai config` lists all of them with their defaults.
            # What is not said here is as shipped. Mail is kept back until somebody sets the mode to live:
            serai.dispatch.mode=hold
            """;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder; made when absent, must be empty.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Override
    public Integer call() throws IOException {
        requireEmpty();
        for (String name : FOLDERS) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("config/application.properties"), SETTINGS);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made " + folder + ". Files in it replace shipped ones of the same name. Next:");
        out.println("  ./serai check --home " + folder + "      says whether all is valid");
        out.println("  ./serai run --home " + folder + "        runs the hub");
        out.println("  docs/guides/add-a-mailbox.md  the first mailbox");
        out.flush();
        return 0;
    }

    private void requireEmpty() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is a file; expected a folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new ParameterException(
                            spec.commandLine(), folder + " is not empty; create touches nothing that is there");
                }
            }
        }
    }
}
