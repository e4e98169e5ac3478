package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What is done to one key that is in force. */
abstract class OneKeyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private KeysCommand keys;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Parameters(paramLabel = "NAME", description = "The key's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--json", description = "Prints the whole answer as JSON.")
    private boolean json;

    /** As REST calls it, which is the command's own name. */
    @Override
    public final Integer call() throws IOException {
        JsonNode key = access.client(keys.serai())
                .post("/keys/" + name + "/" + spec.name())
                .orElseThrow(() -> new IOException("there is no key '" + name + "' that is in force"));
        print(spec, key, json);
        return ExitCode.OK;
    }

    /** @param key the answer */
    abstract void print(CommandSpec spec, JsonNode key, boolean json);
}
