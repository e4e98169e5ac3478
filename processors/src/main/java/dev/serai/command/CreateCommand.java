package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.scaffold.InstanceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes an instance folder: the user's own files, over what is shipped. */
@Command(
        name = "create",
        header = "Makes an instance folder for routes and configuration of your own.",
        footer = {
            "",
            "Called again it makes what is missing and brings schemas/ up to date; all else stays as it is.",
            "",
            "Examples:",
            "  ./serai create ~/desk",
            "  ./serai new mailbox support --home ~/desk"
        })
final class CreateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder: not there, empty, or an instance already.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Override
    public Integer call() throws IOException {
        List<String> made;
        try {
            made = new InstanceFolder(new Home(folder, serai.checkout())).complete();
        } catch (IllegalArgumentException noInstance) {
            throw new ParameterException(spec.commandLine(), String.valueOf(noInstance.getMessage()), noInstance);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                made.isEmpty()
                        ? folder + " was complete; its schemas/ are up to date."
                        : "Made " + folder + ": " + String.join(", ", made));
        out.println("Files in it replace shipped ones of the same name, all others are added. Next:");
        out.println("  export SERAI_HOME=" + folder + "      or --home " + folder + " behind each command");
        out.println("  ./serai new mailbox support       the first mailbox; ./serai new --help lists the rest");
        out.println("  ./serai check                     says whether all is valid");
        out.println("  ./serai run                       runs the hub");
        out.flush();
        return 0;
    }
}
