package dev.serai.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.serai.files.Units;
import dev.serai.store.Database;
import dev.serai.store.PostgresSettings;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** `./serai bench capture`: a mailbox is drained, and beside it what the mail server and the database do alone. */
@Command(name = "capture")
public final class CaptureBench implements Callable<Integer> {
    @Option(names = "--mails", defaultValue = "20000")
    private int mails;

    @Option(names = "--size", defaultValue = "5KB")
    private String size = "";

    @Option(names = "--heap", split = ",", defaultValue = "default,256m")
    private List<String> heaps = List.of();

    @Option(names = "--statements")
    private int statements;

    @Option(names = "--json")
    private boolean json;

    /** @param arguments those of the command behind `capture` */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CaptureBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                Postgres postgres = Postgres.start()) {
            Postgres.Database counting = postgres.createDatabase();
            Statements.count(postgres, counting);
            fill(dovecot);
            Duration fetched = FetchAlone.of(dovecot, CaptureRun.USER, CaptureRun.PASSWORD, mails);
            List<CaptureFigures> runs = new ArrayList<>();
            Postgres.Database filled = counting;
            for (String heap : heaps) {
                filled = postgres.createDatabase();
                say("a hub with a heap of " + heap);
                runs.add(run(dovecot, postgres, counting, filled, heap));
            }
            Postgres.Database empty = postgres.createDatabase();
            migrate(empty);
            Duration inserted = InsertAlone.of(filled, empty, mails);
            print(new Report(mails, size, perSecond(fetched), perSecond(inserted), runs));
        }
        return 0;
    }

    private CaptureFigures run(
            Dovecot dovecot, Postgres postgres, Postgres.Database counting, Postgres.Database database, String heap)
            throws Exception {
        Path folder = Files.createTempDirectory("serai-bench-");
        CaptureFigures figures;
        try {
            figures = new CaptureRun(dovecot, counting, mails)
                    .on(database, postgres.process(), folder, heap.equals("default") ? "" : "-Xmx" + heap);
        } finally {
            delete(folder);
        }
        if (statements > 0) {
            say("the dearest statements\n" + Statements.dearest(counting, database, statements));
        }
        return figures;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void fill(Dovecot dovecot) {
        say("writing " + mails + " mails");
        dovecot.addUser(CaptureRun.USER, CaptureRun.PASSWORD);
        BenchMail mail = new BenchMail(Math.toIntExact(Units.size(size)));
        for (int number = 1; number <= mails; number++) {
            dovecot.deliver(CaptureRun.USER, mail.number(number));
        }
    }

    private static void migrate(Postgres.Database database) {
        Database.open(PostgresSettings.of(database, 2)).close();
    }

    private double perSecond(Duration time) {
        return mails / (time.toMillis() / 1000.0);
    }

    private void print(Report report) throws Exception {
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
