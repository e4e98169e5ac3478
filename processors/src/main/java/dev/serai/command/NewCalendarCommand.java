package dev.serai.command;

import dev.serai.scaffold.CalendarDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a calendar. */
@Command(name = "calendar", header = "Business hours: config/calendars/NAME.yaml.", sortOptions = false)
final class NewCalendarCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among calendars; such as office-de.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "Such as Europe/Berlin (default).")
    private String timezone = "Europe/Berlin";

    @Override
    public Integer call() throws IOException {
        return parent.write(spec, home -> new CalendarDraft(name, timezone).draft(home));
    }
}
