package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A database capture point with its statements, and its database where there is none of that name.
 *
 * @param database of {@code config/databases/}
 */
public record SqlPointDraft(String name, String queue, String database) {
    private static final String STATEMENTS = """
            -- Columns are properties of the interaction by their names (external_id, subject, text, from, priority, queue, ...);
            -- all others are user data. All about it: docs/reference/sql-points.md

            -- Each row becomes one interaction, known by external_id for ever. `for update skip locked` leaves alone what the
            -- application has locked at the moment.
            -- name: capture
            select id, external_id, version, subject, text, priority, customer_number
            from orders
            where status = 'new'
            order by id
            fetch first :maxRows rows only
            for update skip locked

            -- Run for each row that became one, in the transaction of the select. It must take the row out of `capture`.
            -- name: captured
            update orders set status = 'captured', interaction_id = :interactionId where id = :id

            -- Run for each row that was refused: a queue that is not there, a value that cannot be read.
            -- name: failed
            update orders set status = 'failed', error = :errorDescription where id = :id

            -- For rows that ask for more (update, stop, hold, resume) about interactions that came by this point:
            -- `changes`, `changed`, `change-failed`. To be told what others do with them: `notify-stopped` and such, with
            -- `notify: stopped` in the route.
            """;

    /** @throws IllegalArgumentException when a name is none */
    public SqlPointDraft {
        Names.check(name);
        Names.check(queue);
        Names.check(database);
    }

    /** The files. */
    public Draft draft(Home home) {
        List<Draft.File> files = new ArrayList<>();
        files.add(new Draft.File("routes/capture/capture-sql-" + name + ".camel.yaml", route(home)));
        files.add(new Draft.File("sql/points/" + name + ".sql", STATEMENTS));
        String path = "config/databases/" + database + ".yaml";
        if (home.file(path).isEmpty()) {
            files.add(new Draft.File(path, database(home)));
        }
        return new Draft(
                files,
                List.of(
                        "sql/points/" + name + ".sql: the table and its columns are an example",
                        path + ": url, username and secret of the database; a driver of another one than PostgreSQL and"
                                + " H2 goes into lib/"),
                List.of("check", "check --connect " + name));
    }

    private String route(Home home) {
        return SchemaLine.of(Format.SQL_POINT, home) + """
                # Each row that `capture` of sql/points/%1$s.sql selects becomes work: docs/guides/feed-from-a-database.md
                - route:
                    id: capture-sql-%1$s
                    description: Work that comes from rows of %3$s.
                    from:
                      uri: kamelet:sql-capture-source
                      parameters:
                        name: %1$s
                        queue: %2$s
                        database: %3$s
                        pollInterval: 10s
                        maxPerPoll: 500
                      steps:
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """.formatted(name, queue, database);
    }

    private String database(Home home) {
        return SchemaLine.of(Format.DATABASE, home)
                + """
                description: Where the work of %1$s comes from.
                url: jdbc:postgresql://localhost/%1$s
                username: serai
                secret: env:%2$s_SECRET
                """.formatted(database, database.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
