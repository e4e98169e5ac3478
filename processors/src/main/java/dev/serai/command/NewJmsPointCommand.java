package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.scaffold.Draft;
import dev.serai.scaffold.JmsPointDraft;
import picocli.CommandLine.Command;

/** Writes a JMS capture point. */
@Command(
        name = "jms-point",
        header = "A JMS queue to capture work from: routes/capture/capture-jms-NAME.camel.yaml.",
        sortOptions = false)
final class NewJmsPointCommand extends NewPointCommand {
    @Override
    Draft draft(Home home, String name, String queue) {
        return new JmsPointDraft(name, queue).draft(home);
    }
}
