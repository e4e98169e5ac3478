package dev.serai.command;

import picocli.CommandLine.Command;

/** Lets a part of the running hub go on. */
@Command(
        name = "resume",
        header = "Lets go on what was paused.",
        footer = {"", "Exit status: 0 it goes on, 1 there is no such thing or no hub runs, 2 wrong use."})
final class ResumeCommand extends SwitchCommand {
    @Override
    String verb() {
        return "resume";
    }
}
