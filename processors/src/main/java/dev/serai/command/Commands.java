package dev.serai.command;

import static dev.serai.command.Commands.Group.DEVELOP;
import static dev.serai.command.Commands.Group.EVERYDAY;
import static dev.serai.command.Commands.Group.OPERATE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Every command of the hub, in the groups and the order in which {@code --help} lists them. */
final class Commands {
    /** A new command is one line here; nothing else has to change. */
    private static final List<Entry> ALL = List.of(
            // every day
            new Entry(EVERYDAY, DemoCommand.class), //
            new Entry(EVERYDAY, CreateCommand.class),
            new Entry(EVERYDAY, NewCommand.class),
            new Entry(EVERYDAY, CheckCommand.class),
            new Entry(EVERYDAY, TryCommand.class), //
            new Entry(EVERYDAY, ScreenCommand.class),
            new Entry(EVERYDAY, PreviewCommand.class),
            new Entry(EVERYDAY, RunCommand.class), //
            // operate
            new Entry(OPERATE, StatusCommand.class),
            new Entry(OPERATE, ExplainCommand.class),
            new Entry(OPERATE, PauseCommand.class),
            new Entry(OPERATE, ResumeCommand.class),
            new Entry(OPERATE, QuarantineCommand.class),
            new Entry(OPERATE, DropAnswersCommand.class),
            new Entry(OPERATE, KeysCommand.class),
            new Entry(OPERATE, ConfigCommand.class),
            // develop
            new Entry(DEVELOP, VersionCommand.class), //
            new Entry(DEVELOP, VerifyCommand.class),
            new Entry(DEVELOP, BenchCommand.class));

    /** The headings of the help, in their order. */
    enum Group {
        EVERYDAY,
        OPERATE,
        DEVELOP
    }

    private record Entry(Group group, Class<?> type) {}

    private Commands() {}

    static void addTo(CommandLine root) {
        Map<Group, List<CommandLine>> groups = new EnumMap<>(Group.class);
        for (Entry entry : ALL) {
            CommandLine command = new CommandLine(entry.type());
            root.addSubcommand(command);
            groups.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(command);
        }
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list(groups));
    }

    private static String list(Map<Group, List<CommandLine>> groups) {
        StringBuilder text = new StringBuilder();
        groups.forEach((group, commands) -> {
            text.append(String.format("%n%s%n", group.name().toLowerCase(Locale.ROOT)));
            commands.forEach(command -> text.append(line(command)));
        });
        return text.toString();
    }

    private static String line(CommandLine command) {
        String description =
                String.join(" ", command.getCommandSpec().usageMessage().header());
        return String.format("  %-12s %s%n", command.getCommandName(), description);
    }
}
