package dev.serai.command;

import picocli.CommandLine.Command;

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
final class KeysCommand extends CommandGroup {}
