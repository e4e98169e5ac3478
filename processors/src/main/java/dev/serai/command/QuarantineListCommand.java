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

/** What is in quarantine, by cause, and the newest cases. */
@Command(
        name = "list",
        header = "Lists what is in quarantine: how much by each cause, then the newest cases.",
        footer = {"", "Exit status: 0 done, 1 no hub runs, 2 wrong use."})
final class QuarantineListCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private QuarantineCommand quarantine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many cases, 1 to 1000.",
            defaultValue = "100")
    private int limit;

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        JsonNode all = QuarantineCases.read(access.client(quarantine.serai()), limit);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(all.toPrettyString());
        } else {
            all.path("groups").forEach(group -> out.println(group(group)));
            all.path("items").forEach(one -> out.println(one(one)));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String group(JsonNode group) {
        return group.path("count").asLong() + " at " + group.path("stage").asText() + ": "
                + group.path("cause").asText();
    }

    private static String one(JsonNode one) {
        return String.join(
                "  ",
                one.path("id").asText(),
                one.path("since").asText().replaceFirst("\\.\\d+Z$", "Z"),
                one.path("capturePoint").asText("-"),
                one.path("reason").asText());
    }
}
