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
            runs.add(run(postgres, counting, "no TLS", octets, "port: " + sink.port(), "security: none"));
            if (!noTls) {
                try (ChildJvm relay = ChildJvm.start(TlsRelay.class, List.of(), List.of(String.valueOf(sink.port())))) {
                    String[] said = relay.awaitLine(line -> line.startsWith("relay "), Duration.ofSeconds(30))
                            .split(" ");
                    runs.add(run(
                            postgres,
                            counting,
                            "TLS (a relay in front of smtp-sink, its processor time on top)",
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
            Postgres postgres, Postgres.Database counting, String name, int octets, String... server) throws Exception {
        Path folder = Files.createTempDirectory("serai-bench-");
        try {
            Postgres.Database database = postgres.createDatabase();
            TestInstance instance = new TestInstance(folder).on(database);
            instance.write("routes/dispatch/dispatch-smtp-default.camel.yaml", account(server));
            say("composing " + mails + " mails");
            new WaitingMails(folder, octets).write(database, mails);
            Statements.reset(counting);
            say("a hub, " + name);
            DispatchFigures figures =
                    new DispatchRunOfHub(postgres, counting, database, mails).of(name, folder, options);
            if (statements > 0) {
                say("the dearest statements\n" + Statements.dearest(counting, database, statements));
            }
            return figures;
        } finally {
            CaptureBench.delete(folder);
        }
    }

    private String account(String... server) {
        return """
                - route:
                    id: dispatch-smtp-default
                    description: The benchmark's way out
                    from:
                      uri: direct:dispatch-smtp-default
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters:
                              host: localhost
                              from: Example Support <support@example.com>
                              connections: %d
                              %s
                """.formatted(connections, String.join("\n" + " ".repeat(14), server));
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
