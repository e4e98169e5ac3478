package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Ends a key. */
@Command(name = "revoke", header = "Ends a key, on every node within 2 seconds.")
final class KeysRevokeCommand extends OneKeyCommand {
    @Override
    void print(CommandSpec spec, JsonNode key, boolean json) {
        String told = "key '" + key.path("name").asText() + "' is revoked";
        spec.commandLine().getOut().println(json ? key.toPrettyString() : told);
    }
}
