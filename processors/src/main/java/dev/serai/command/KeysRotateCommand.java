package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Gives a key another text. */
@Command(name = "rotate", header = "Gives a key another text, shown once; the one of before ends.")
final class KeysRotateCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws IOException {
        JsonNode key = access.client(keys.serai())
                .post("/keys/" + name + "/rotate")
                .orElseThrow(() -> new IOException("there is no key '" + name + "' that is in force"));
        KeysAddCommand.KeyText.print(spec, key, json);
        return ExitCode.OK;
    }
}
