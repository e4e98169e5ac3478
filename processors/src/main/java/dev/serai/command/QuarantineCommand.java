package dev.serai.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the hub could not process, over REST to the running hub. */
@Command(
        name = "quarantine",
        header = "Lists, downloads and retries what the running hub could not process.",
        synopsisSubcommandLabel = "list|export|retry",
        subcommands = {QuarantineListCommand.class, QuarantineExportCommand.class, QuarantineRetryCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./serai quarantine list",
            "  ./serai quarantine export ~/looked-at",
            "  ./serai quarantine retry 01a1ff8c-c3c1-714c-ac85-1f3284ea4e35"
        })
final class QuarantineCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Serai serai;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "quarantine what? " + String.join(", ", spec.subcommands().keySet()));
    }

    Serai serai() {
        return serai;
    }
}
