package dev.serai.command;

import picocli.CommandLine.Command;

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
final class QuarantineCommand extends CommandGroup {}
