package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.scaffold.Draft;
import dev.serai.scaffold.RestPointDraft;
import picocli.CommandLine.Command;

/** Writes a REST capture point. */
@Command(
        name = "rest-point",
        header = "A path to post work to: routes/capture/capture-rest-NAME.camel.yaml.",
        sortOptions = false)
final class NewRestPointCommand extends NewPointCommand {
    @Override
    Draft draft(Home home, String name, String queue) {
        return new RestPointDraft(name, queue).draft(home);
    }
}
