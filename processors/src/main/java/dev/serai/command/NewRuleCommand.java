package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.scaffold.RuleDraft;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a screening rule. */
@Command(
        name = "rule",
        header = "A screening rule, added to its group: config/screening/GROUP.yaml.",
        sortOptions = false)
final class NewRuleCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "group/name, such as billing/refund.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--pattern", paramLabel = "EXPR", description = "What it finds, in the language of screen --rule.")
    private @Nullable String pattern;

    @Override
    public Integer call() throws IOException {
        return parent.grow(
                spec, home -> RuleDraft.of(name, Optional.ofNullable(pattern)).draft(home, Generation.load(home)));
    }
}
