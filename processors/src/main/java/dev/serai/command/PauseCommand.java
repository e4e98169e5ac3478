package dev.serai.command;

import picocli.CommandLine.Command;

/** Stops a part of the running hub. */
@Command(
        name = "pause",
        header = "Stops automatic replies, a queue, a capture point or an account until it is resumed.",
        footer = {
            "",
            "A pause outlives restarts and counts for all nodes. While replies are paused, acknowledgements and",
            "automatic responses are left out and never made up for; the timeline of each mail says so.",
            "",
            "Exit status: 0 it is paused, 1 there is no such thing or no hub runs, 2 wrong use."
        })
final class PauseCommand extends SwitchCommand {
    @Override
    String verb() {
        return "pause";
    }
}
