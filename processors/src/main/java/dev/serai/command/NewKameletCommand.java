package dev.serai.command;

import dev.serai.scaffold.KameletDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a kamelet. */
@Command(
        name = "kamelet",
        header = "An action of your own, made of shipped ones: routes/kamelets/NAME.kamelet.yaml.",
        sortOptions = false)
final class NewKameletCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Ends in -action, such as park-action.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new KameletDraft(name).draft(home));
    }
}
