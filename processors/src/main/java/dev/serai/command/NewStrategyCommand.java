package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.scaffold.StrategyDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a strategy. */
@Command(
        name = "strategy",
        header = "The decisions of a queue with their test, and the queue: routes/strategies/strategy-NAME.camel.yaml.",
        sortOptions = false)
final class NewStrategyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The queue that it decides about; made where there is none.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--to",
            paramLabel = "QUEUE",
            description = "Where it places what nothing else is said about; general unless given.")
    private String target = "general";

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new StrategyDraft(name, target).draft(home, Generation.load(home)));
    }
}
