package dev.serai.command;

import dev.serai.files.Generation;
import dev.serai.scaffold.QueueDraft;
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

/** Writes a queue. */
@Command(name = "queue", header = "A queue that clients pull from: config/queues/NAME.yaml.", sortOptions = false)
final class NewQueueCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among queues; such as returns.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "What waits there, in a sentence.")
    private @Nullable String description;

    @Option(names = "--owner", paramLabel = "MAIL", description = "Whom to ask.")
    private @Nullable String owner;

    @Option(
            names = "--hours",
            paramLabel = "CALENDAR",
            description = "Whose business hours count; new calendar makes one.")
    private @Nullable String hours;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Whose interactions alone wait there; all tenants' unless given.")
    private @Nullable String tenant;

    @Override
    public Integer call() throws IOException {
        return parent.write(
                spec,
                home -> new QueueDraft(
                                name,
                                description == null ? "What waits in " + name : description,
                                Optional.ofNullable(owner),
                                Optional.ofNullable(hours),
                                Optional.ofNullable(tenant))
                        .draft(home, Generation.load(home)));
    }
}
