package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.files.HubKeys;
import dev.serai.files.Settings;
import dev.serai.scaffold.ResponseDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a standard response. */
@Command(name = "response", header = "A standard response: config/responses/NAME.LANGUAGE.txt.", sortOptions = false)
final class NewResponseCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among responses; such as thanks.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--language", paramLabel = "TAG", description = "Such as de; serai.language unless given.")
    private @Nullable String language;

    @Option(
            names = "--usage",
            paramLabel = "WORD",
            description = "acknowledgement (default), autoresponse, suggestion or notification.")
    private String usage = "acknowledgement";

    @Option(names = "--html", description = "An HTML text beside it.")
    private boolean html;

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> {
            String hub = Settings.load(home).text(HubKeys.LANGUAGE);
            return new ResponseDraft(name, language == null ? hub : language, usage, html)
                    .draft(Generation.load(home), hub);
        });
    }
}
