package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** All keys but their texts. */
@Command(name = "list", header = "Lists all keys but their texts.")
final class KeysListCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private KeysCommand keys;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Option(names = "--json", description = "Prints them as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        JsonNode all = access.client(keys.serai())
                .get("/keys")
                .orElseThrow(() -> new IOException("what answers there has no keys; is it an older hub?"));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(all.toPrettyString());
        } else {
            out.printf(
                    "%-24s %-16s %-20s %-16s %-9s %-21s %s%n",
                    "name", "tenant", "roles", "points", "rate", "used", "state");
            all.path("items").forEach(key -> out.println(line(key)));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String line(JsonNode key) {
        return String.format(
                "%-24s %-16s %-20s %-16s %-9s %-21s %s",
                key.path("name").asText(),
                key.path("tenant").asText("(hub)"),
                words(key.path("roles")),
                key.has("points") ? words(key.path("points")) : "all",
                key.path("rate").asText("-"),
                second(key.path("usedAt").asText("never")),
                state(key));
    }

    private static String state(JsonNode key) {
        if (key.has("revokedAt")) {
            return "revoked " + second(key.path("revokedAt").asText());
        }
        return key.has("expiresAt") ? "expires " + second(key.path("expiresAt").asText()) : "in force";
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(",", words);
    }

    private static String second(String time) {
        return time.replaceFirst("\\.\\d+Z$", "Z");
    }
}
