package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a key of the tenant that it acts for, or of the hub, and shows it, this once. */
@Command(name = "add", header = "Makes a key, with --tenant one of that tenant; it is shown once, on stdout.")
final class KeysAddCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private KeysCommand keys;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Parameters(paramLabel = "NAME", description = "Who will use it; events name it as the actor.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--role",
            split = ",",
            required = true,
            paramLabel = "ROLE",
            description = "What it is for: view, submit, handle, operate, admin; several with commas.")
    private List<String> roles = List.of();

    @Option(
            names = "--point",
            split = ",",
            paramLabel = "POINT",
            description = "Only for interactions of these capture points.")
    private List<String> points = List.of();

    @Option(names = "--rate", paramLabel = "RATE", description = "At most so many requests, such as 100/s or 600/m.")
    private @Nullable String rate;

    @Option(names = "--expires", paramLabel = "TIME", description = "Worth nothing after that time, such as 90d.")
    private @Nullable String expires;

    @Option(names = "--json", description = "Prints the whole answer as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ObjectNode wanted = Json.MAPPER.createObjectNode().put("name", name);
        roles.forEach(wanted.putArray("roles")::add);
        points.forEach(wanted.putArray("points")::add);
        if (rate != null) {
            wanted.put("rate", rate);
        }
        if (expires != null) {
            wanted.put("expires", expires);
        }
        JsonNode made = access.client(keys.serai())
                .post("/keys", wanted)
                .orElseThrow(() -> new IOException("what answers there has no keys; is it an older hub?"));
        KeyText.print(spec, made, json);
        return ExitCode.OK;
    }

    /** How a fresh key is shown. */
    static final class KeyText {
        private KeyText() {}

        /** The key alone on stdout, so that it can go into a file; the rest on stderr. */
        static void print(CommandSpec spec, JsonNode made, boolean json) {
            if (json) {
                spec.commandLine().getOut().println(made.toPrettyString());
            } else {
                spec.commandLine().getOut().println(made.path("key").asText());
                spec.commandLine()
                        .getErr()
                        .println("the key of " + made.path("name").asText() + "; keep it now, it is not shown again");
            }
        }
    }
}
