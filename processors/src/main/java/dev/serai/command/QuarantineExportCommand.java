package dev.serai.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The original bytes of cases as files. */
@Command(
        name = "export",
        header = "Writes the original bytes of cases to DIR/<id>.eml.",
        footer = {
            "",
            "What came without bytes (an order over JMS, a mail that the server did not give) is named on stderr.",
            "",
            "Exit status: 0 done, 1 a case has no bytes or no hub runs, 2 wrong use."
        })
final class QuarantineExportCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private QuarantineCommand quarantine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private HubAccess access;

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder, which is made where it is not there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ID",
            description = "Their ids; all of the newest thousand unless given.")
    private @Nullable List<String> ids;

    @Override
    public Integer call() throws IOException {
        HubClient hub = access.client(quarantine.serai());
        Files.createDirectories(folder);
        int missing = 0;
        for (String id : ids == null ? QuarantineCases.ids(hub) : ids) {
            missing += export(hub, id) ? 0 : 1;
        }
        return missing == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean export(HubClient hub, String id) throws IOException {
        Path part = Files.createTempFile(folder, "export-", ".part");
        try {
            if (!hub.fetch("/quarantine/" + WorkIds.checked(spec, id) + "/raw", part)) {
                spec.commandLine().getErr().println(id + ": there are no original bytes");
                return false;
            }
            Path file =
                    Files.move(part, folder.resolve(id + ".eml"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().println(file);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
