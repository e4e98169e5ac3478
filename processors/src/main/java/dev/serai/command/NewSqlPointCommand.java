package dev.serai.command;

import dev.serai.scaffold.SqlPointDraft;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a database capture point with its statements. */
@Command(
        name = "sql-point",
        header = "A database to capture work from: its route and its statements, sql/points/NAME.sql.",
        sortOptions = false)
final class NewSqlPointCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private NewCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Unique among all capture points, for ever.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--queue", paramLabel = "NAME", description = "Where its work goes; inbound unless given.")
    private String queue = "inbound";

    @Option(names = "--database", paramLabel = "NAME", description = "Of config/databases/; NAME unless given.")
    private String database = "";

    @Override
    public Integer call() throws IOException {
        return parent.write(
                spec, home -> new SqlPointDraft(name, queue, database.isEmpty() ? name : database).draft(home));
    }
}
