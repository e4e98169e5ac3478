package dev.serai.command;

import dev.serai.files.Home;
import dev.serai.scaffold.Draft;
import dev.serai.scaffold.Scaffold;
import dev.serai.scaffold.Scaffold.Written;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Writes commented files that pass check; each kind of file is a command below it. */
@Command(
        name = "new",
        header = "Writes a commented file that passes check: a mailbox, a queue, a rule, a strategy, …",
        synopsisSubcommandLabel = "KIND",
        subcommands = {
            NewMailboxCommand.class,
            NewAccountCommand.class,
            NewJmsPointCommand.class,
            NewFilePointCommand.class,
            NewSqlPointCommand.class,
            NewKafkaPointCommand.class,
            NewKafkaCommand.class,
            NewRestPointCommand.class,
            NewWebformCommand.class,
            NewTenantCommand.class,
            NewQueueCommand.class,
            NewStrategyCommand.class,
            NewRuleCommand.class,
            NewResponseCommand.class,
            NewLayoutCommand.class,
            NewSignatureCommand.class,
            NewCalendarCommand.class,
            NewKameletCommand.class
        },
        footer = {
            "",
            "Nothing is ever overwritten; the name of something that ships gives a copy of it to be edited.",
            "",
            "Examples:",
            "  ./serai new mailbox support --host imap.example.com --address support@example.com",
            "  ./serai new response thanks --language de",
            "  ./serai new rule orders/late --pattern 'Find(\"late\")'"
        })
final class NewCommand extends CommandGroup {
    Home home() {
        return new Home(serai().home(), serai().checkout());
    }

    /** Writes new files and says what to do with them. */
    int write(CommandSpec command, Function<Home, Draft> drafting) throws IOException {
        return written(command, drafting, Scaffold::write);
    }

    /** Writes a file that is there or not with what is added to it. */
    int grow(CommandSpec command, Function<Home, Draft> drafting) throws IOException {
        return written(command, drafting, (scaffold, draft) -> List.of(scaffold.grow(draft)));
    }

    private interface Writing {
        List<Written> write(Scaffold scaffold, Draft draft) throws IOException;
    }

    private int written(CommandSpec command, Function<Home, Draft> drafting, Writing writing) throws IOException {
        Home home = home();
        try {
            Draft draft = drafting.apply(home);
            told(command, draft, writing.write(new Scaffold(home), draft));
            return 0;
        } catch (FileAlreadyExistsException there) {
            throw new ParameterException(
                    command.commandLine(),
                    there.getFile() + " is there already in " + home.folder() + "; new overwrites nothing",
                    there);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static void told(CommandSpec command, Draft draft, List<Written> written) {
        List<String> lines = new ArrayList<>();
        written.forEach(file -> lines.add(
                "Wrote  " + file.path() + (file.copied() ? "  (a copy of the shipped one, which it replaces)" : "")));
        if (!written.stream().allMatch(Written::copied)) {
            draft.edit().forEach(line -> lines.add("Edit   " + line));
        }
        draft.next().forEach(line -> lines.add("Next   ./serai " + line));
        PrintWriter out = command.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
