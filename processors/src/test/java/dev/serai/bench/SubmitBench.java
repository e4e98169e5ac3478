package dev.serai.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.serai.app.TestInstance;
import dev.serai.testing.Ports;
import dev.serai.testing.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `./serai bench submit`: many clients submit over REST, and beside it as many commit one row each in the same PostgreSQL. */
@Command(name = "submit")
public final class SubmitBench implements Callable<Integer> {
    private static final Duration WARM = Duration.ofSeconds(20);

    @Option(names = "--clients", defaultValue = "64")
    private int clients;

    @Option(names = "--seconds", defaultValue = "10")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    @Option(names = "--text", defaultValue = "1000")
    private int text;

    @Option(names = "--statements")
    private int statements;

    @Option(names = "--json")
    private boolean json;

    /** @param arguments those of the command behind `submit` */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SubmitBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("serai-bench-");
        try (Postgres postgres = Postgres.start()) {
            Postgres.Database counting = postgres.createDatabase();
            Statements.count(postgres, counting);
            BareCommit.prepare(counting);
            Postgres.Database database = postgres.createDatabase();
            int port = Ports.free();
            TestInstance instance = new TestInstance(folder).on(database);
            instance.setting("serai.http.port", String.valueOf(port));
            try (HubRun hub = HubRun.start(TestInstance.checkout(), folder, "")) {
                print(measured(postgres, counting, database, hub, port));
            }
        } finally {
            CaptureBench.delete(folder);
        }
        return 0;
    }

    private SubmitReport measured(
            Postgres postgres, Postgres.Database counting, Postgres.Database database, HubRun hub, int port)
            throws Exception {
        Crowd crowd = new Crowd(clients);
        String words = "x".repeat(text);
        Duration span = Duration.ofSeconds(seconds);
        Crowd.Maker bare = number -> BareCommit.on(counting, RestSubmit.body("0".repeat(36), words));
        Crowd.Maker rest = number -> RestSubmit.to(port, words);
        crowd.ask(bare, Duration.ofSeconds(3));
        crowd.ask(rest, WARM);
        Statements.reset(counting);
        List<Latencies> commits = new ArrayList<>();
        List<Latencies> submits = new ArrayList<>();
        Duration hubTime = Duration.ZERO;
        Duration databaseTime = Duration.ZERO;
        Statements.Counts asked = new Statements.Counts(0, 0, 0);
        for (int round = 0; round < rounds; round++) {
            commits.add(crowd.ask(bare, span));
            Duration hubBefore = hub.cpu();
            Duration databaseBefore = ProcessFigures.cpu(postgres.process());
            Statements.Counts before = Statements.of(counting, database);
            submits.add(crowd.ask(rest, span));
            asked = asked.plus(Statements.of(counting, database).minus(before));
            hubTime = hubTime.plus(hub.cpu()).minus(hubBefore);
            databaseTime =
                    databaseTime.plus(ProcessFigures.cpu(postgres.process())).minus(databaseBefore);
            say("round " + (round + 1) + ": " + commits.get(round) + " | " + submits.get(round));
        }
        if (statements > 0) {
            say("the dearest statements\n" + Statements.dearest(counting, database, statements));
        }
        double all = submits.stream().mapToDouble(Latencies::perSecond).sum() * seconds;
        Latencies commit = Latencies.middle(commits.toArray(new Latencies[0]));
        Latencies submit = Latencies.middle(submits.toArray(new Latencies[0]));
        return new SubmitReport(
                clients,
                commit,
                submit,
                submit.perSecond() / commit.perSecond(),
                hubTime.toMillis() / all,
                databaseTime.toMillis() / all,
                asked.statements() / all,
                asked.transactions() / all,
                Statements.number(database, "select count(*) from interaction"));
    }

    private void print(SubmitReport report) throws Exception {
        System.out.println(
                json
                        ? JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(report)
                        : report.table());
    }

    private static void say(String what) {
        System.err.println("serai: bench: " + what);
    }
}
