package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Gives a key another text. */
@Command(name = "rotate", header = "Gives a key another text, shown once; the one of before ends.")
final class KeysRotateCommand extends OneKeyCommand {
    @Override
    void print(CommandSpec spec, JsonNode key, boolean json) {
        KeysAddCommand.KeyText.print(spec, key, json);
    }
}
