package dev.serai.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Back to the stage that failed. */
@Command(
        name = "retry",
        header = "Sends cases back to the stage that failed.",
        footer = {"", "Exit status: 0 all are back, 1 one is not there or in quarantine, or no hub runs, 2 wrong use."})
final class QuarantineRetryCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private QuarantineCommand quarantine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Their ids, as `quarantine list` shows them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> ids;

    @Override
    public Integer call() throws IOException {
        HubClient hub = access.client(quarantine.serai());
        List<String> checked = ids.stream().map(id -> WorkIds.checked(spec, id)).toList();
        int failed = 0;
        for (String id : checked) {
            failed += retry(hub, id) ? 0 : 1;
        }
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** One that is refused keeps no other from being retried. */
    private boolean retry(HubClient hub, String id) {
        String trouble = "there is no such interaction";
        try {
            if (hub.post("/quarantine/" + id + "/retry").isPresent()) {
                spec.commandLine().getOut().println(id + ": retried");
                return true;
            }
        } catch (IOException refused) {
            trouble = "" + refused.getMessage();
        }
        spec.commandLine().getErr().println(id + ": " + trouble);
        return false;
    }
}
