package dev.serai.command;

import dev.serai.scaffold.RestPointDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a REST capture point. */
@Command(
        name = "rest-point",
        header = "A path to post work to: routes/capture/capture-rest-NAME.camel.yaml.",
        sortOptions = false)
final class NewRestPointCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among all capture points, for ever.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--queue", paramLabel = "NAME", description = "Where its work goes; inbound unless given.")
    private String queue = "inbound";

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new RestPointDraft(name, queue).draft(home));
    }
}
