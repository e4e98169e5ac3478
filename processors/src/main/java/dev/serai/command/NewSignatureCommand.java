package dev.serai.command;

import dev.serai.files.HubKeys;
import dev.serai.files.Settings;
import dev.serai.scaffold.SheetDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a signature. */
@Command(
        name = "signature",
        header = "A signature: config/signatures/NAME.LANGUAGE.txt, below what people write.",
        sortOptions = false)
final class NewSignatureCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among signatures; such as team.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--language", paramLabel = "TAG", description = "Such as de; serai.language unless given.")
    private @Nullable String language;

    @Option(names = "--html", description = "An HTML text beside it.")
    private boolean html;

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> {
            String hub = Settings.load(home).text(HubKeys.LANGUAGE);
            return new SheetDraft(SheetDraft.Kind.SIGNATURE, name, language == null ? hub : language, html)
                    .draft(hub, path -> home.file(path).isPresent());
        });
    }
}
