package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The running hub on one screen; 1 when something needs somebody. */
@Command(
        name = "status",
        header = "The running hub on one screen.",
        footer = {"", "Exit status: 0 all is well, 1 something needs you or no hub runs, 2 wrong use."})
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Option(names = "--json", description = "Prints everything as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        JsonNode status = access.client(serai)
                .get("/status")
                .orElseThrow(() -> new IOException("what answers there has no status; is it an older hub?"));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? status.toPrettyString() + System.lineSeparator() : StatusScreen.of(status));
        out.flush();
        boolean red = status.at("/verdict/level").asText().equals("red");
        return red ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
