package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.scaffold.Draft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a capture point of a kind that needs a name and a queue only. */
abstract class NewPointCommand implements Callable<Integer> {
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
    public final Integer call() throws IOException {
        return parent.write(spec, home -> draft(home, name, queue));
    }

    abstract Draft draft(Home home, String name, String queue);
}
