package dev.serai.command;

import dev.serai.scaffold.WebformDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a web form. */
@Command(
        name = "webform",
        header = "A form on a web site: routes/capture/capture-webform-NAME.camel.yaml.",
        sortOptions = false)
final class NewWebformCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among all capture points, for ever.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Whom its mail is to.")
    private String address = "";

    @Option(names = "--origin", paramLabel = "URL", description = "The web site, such as https://www.example.com.")
    private String origin = "";

    @Option(names = "--queue", paramLabel = "NAME", description = "Where its mail goes; inbound unless given.")
    private String queue = "inbound";

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new WebformDraft(name, queue, address, origin).draft(home));
    }
}
