package dev.serai.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The keys of callers, over REST to the running hub. */
@Command(
        name = "keys",
        header = "Makes, lists and ends keys of the running hub.",
        synopsisSubcommandLabel = "add|list|revoke|rotate",
        subcommands = {KeysAddCommand.class, KeysListCommand.class, KeysRevokeCommand.class, KeysRotateCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./serai keys add shop --role submit --point shop --rate 100/s",
            "  ./serai keys add anna --role handle,operate --expires 90d",
            "  ./serai keys add acme-clerk --role handle --tenant acme",
            "  ./serai keys list"
        })
final class KeysCommand implements Callable<Integer> {
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
                "keys what? " + String.join(", ", spec.subcommands().keySet()));
    }

    Serai serai() {
        return serai;
    }
}
