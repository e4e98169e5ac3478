package dev.serai.command;

import dev.serai.files.HubKeys;
import dev.serai.files.Settings;
import dev.serai.scaffold.SheetDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a text that stands below what people write, in one language. */
abstract class NewSheetCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique within its kind; such as team.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--language", paramLabel = "TAG", description = "Such as de; serai.language unless given.")
    private @Nullable String language;

    @Option(names = "--html", description = "An HTML text beside it.")
    private boolean html;

    private final SheetDraft.Kind kind;

    NewSheetCommand(SheetDraft.Kind kind) {
        this.kind = kind;
    }

    @Override
    public final Integer call() throws IOException {
        return parent.write(spec, home -> {
            String hub = Settings.load(home).text(HubKeys.LANGUAGE);
            return new SheetDraft(kind, name, language == null ? hub : language, html)
                    .draft(hub, path -> home.file(path).isPresent());
        });
    }
}
