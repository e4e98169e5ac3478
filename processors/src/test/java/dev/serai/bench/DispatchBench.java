package dev.serai.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.serai.app.TestInstance;
import dev.serai.app.WaitingMails;
import dev.serai.files.Units;
import dev.serai.testing.ChildJvm;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `./serai bench dispatch`: mails that wait leave by SMTP, and beside it what `smtp-source` sends to the same server. */
@Command(name = "dispatch")
public final class DispatchBench implements Callable<Integer> {
    @Option(names = "--mails", defaultValue = "30000")
    private int mails;

    @Option(names = "--size", defaultValue = "5KB")
    private String size = "";

    @Option(names = "--connections", defaultValue = "8")
    private int connections;

    @Option(names = "--no-tls")
    private boolean noTls;

    @Option(names = "--backlog", defaultValue = "0")
    private int backlog;

    @Option(names = "--backlog-accounts", defaultValue = "1")
    private int backlogAccounts;

    @Option(names = "--java-options", defaultValue = "")
    private String options = "";

    @Option(names = "--statements")
    private int statements;

    @Option(names = "--json")
    private boolean json;

    /** @param arguments those of the command behind `dispatch` */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DispatchBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Postgres postgres = Postgres.start();
                SmtpSink sink = SmtpSink.discarding()) {
            Postgres.Database counting = postgres.createDatabase();
            Statements.count(postgres, counting);
            int octets = Math.toIntExact(Units.size(size));
            say("smtp-source");
            double source = SmtpSource.perSecond(sink.port(), mails, octets, connections);
            List<DispatchFigures> runs = new ArrayList<>();
            String[] plain = {"port: " + sink.port(), "security: none"};
            runs.add(run(postgres, counting, "no TLS", Backlog.NONE, octets, plain));
            if (backlog > 0) {
                Backlog waiting = new Backlog(backlog, backlogAccounts, sink.port());
                runs.add(run(postgres, counting, "no TLS, behind " + waiting.words(), waiting, octets, plain));
            }
            if (!noTls) {
                try (ChildJvm relay = ChildJvm.start(TlsRelay.class, List.of(), List.of(String.valueOf(sink.port())))) {
                    String[] said = relay.awaitLine(line -> line.startsWith("relay "), Duration.ofSeconds(30))
                            .split(" ");
                    runs.add(run(
                            postgres,
                            counting,
                            "TLS (a relay in front of smtp-sink, its processor time on top)",
                            Backlog.NONE,
                            octets,
                            "port: " + said[1],
                            "security: tls",
                            "trustStore: " + said[2]));
                }
            }
            print(new DispatchReport(mails, size, connections, source, runs));
        }
        return 0;
    }

    private DispatchFigures run(
            Postgres postgres, Postgres.Database counting, String name, Backlog waiting, int octets, String... server)
            throws Exception {
        Path folder = Files.createTempDirectory("serai-bench-");
        try {
            Postgres.Database database = postgres.createDatabase();
            TestInstance instance = new TestInstance(folder).on(database);
            instance.write("routes/dispatch/dispatch-smtp-default.camel.yaml", account(server));
            waiting.define(instance);
            say("composing " + (mails + waiting.mails()) + " mails");
            waiting.write(folder, database);
            WaitingMails measured = new WaitingMails(folder, octets);
            measured.write(database, mails);
            Statements.reset(counting);
            say("a hub, " + name);
            DispatchFigures figures =
                    new DispatchRunOfHub(postgres, counting, database, mails).of(name, folder, options, measured);
            if (statements > 0) {
                say("the dearest statements\n" + Statements.dearest(counting, database, statements));
            }
            return figures;
        } finally {
            CaptureBench.delete(folder);
        }
    }

    private String account(String... server) {
        return AccountFile.of(
                "default",
                Stream.concat(Stream.of("connections: " + connections), Stream.of(server))
                        .toArray(String[]::new));
    }

    private void print(DispatchReport report) throws Exception {
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
