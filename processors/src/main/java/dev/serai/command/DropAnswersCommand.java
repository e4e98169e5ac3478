package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.PointName;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Gives up what waits to be sent to a capture point. */
@Command(
        name = "drop-answers",
        header = "Gives up the answers and notifications that wait to be sent to a capture point.",
        footer = {
            "",
            "For a point that was removed or renamed: nobody sends what waits for it, `status` names it. What is",
            "dropped is never sent; an event says how many and who.",
            "",
            "Exit status: 0 done, 1 nothing waited for it or no hub runs, 2 wrong use."
        })
final class DropAnswersCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Parameters(index = "0", paramLabel = "POINT", description = "The capture point's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String point;

    @Override
    public Integer call() throws IOException {
        JsonNode dropped = access.client(serai)
                .post("/capture-points/" + name() + "/drop-answers")
                .orElseThrow(() -> new IOException("what answers there drops no answers; is it an older hub?"));
        long count = dropped.path("dropped").asLong();
        spec.commandLine().getOut().println(point + ": " + count + " dropped");
        return count > 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private PointName name() {
        try {
            return PointName.of(point);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), "" + none.getMessage(), none);
        }
    }
}
