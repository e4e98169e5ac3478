package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.scaffold.Draft;
import dev.serai.scaffold.FilePointDraft;
import picocli.CommandLine.Command;

/** Writes a file capture point. */
@Command(
        name = "file-point",
        header = "A folder to capture work from: routes/capture/capture-file-NAME.camel.yaml.",
        sortOptions = false)
final class NewFilePointCommand extends NewPointCommand {
    @Override
    Draft draft(Home home, String name, String queue) {
        return new FilePointDraft(name, queue).draft(home);
    }
}
