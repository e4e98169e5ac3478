package dev.serai.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The help of {@code bench}; the launcher does the work, since benchmarks are built with the tests. */
@Command(
        name = "bench",
        header = "Measures how fast mail is read and screened, and the hub on real servers.",
        description =
                "capture installs Dovecot and PostgreSQL as verify does, drains a filled mailbox with a hub of its own, and"
                        + " measures in the same run what the mail server and the database do alone. dispatch sends mail that waits to an smtp-sink, beside"
                        + " smtp-source, without TLS and with. reading parses"
                        + " mail on one thread; its further arguments are those of JMH. screening evaluates 10,000 rules on"
                        + " one thread. submit lets many clients post over REST, beside as many that only commit a row in the"
                        + " same PostgreSQL. See docs/benchmarks.md.")
final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "capture|dispatch|reading|screening|submit",
            description =
                    "What to measure: mail from a mailbox into the ledger and the queues, mail that leaves, the reading of mail, rules, or posts over REST.")
    private String what = "";

    @Option(names = "--rules", paramLabel = "N", description = "Rules of screening; 10000 unless given.")
    private int rules;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What rules and mails of screening begin from; 1 unless given.")
    private long seed;

    @Option(
            names = "--mails",
            paramLabel = "N",
            description = "Mails; 20000 for capture, 30000 for dispatch, 3000 for screening unless given.")
    private int mails;

    @Option(names = "--connections", paramLabel = "N", description = "Of dispatch at once; 8 unless given.")
    private int connections;

    @Option(names = "--no-tls", description = "Dispatch without TLS only.")
    private boolean noTls;

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            description = "Of the JVM of dispatch's hub; none unless given.")
    private String javaOptions = "";

    @Option(names = "--clients", paramLabel = "N", description = "Clients of submit at once; 64 unless given.")
    private int clients;

    @Option(names = "--seconds", paramLabel = "N", description = "Of each round of submit; 10 unless given.")
    private int seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds of submit, the middle one counts; 3 unless given.")
    private int rounds;

    @Option(names = "--text", paramLabel = "N", description = "Characters in each text of submit; 1000 unless given.")
    private int text;

    @Option(names = "--size", paramLabel = "SIZE", description = "Of each mail; 5KB unless given.")
    private String size = "";

    @Option(
            names = "--heap",
            paramLabel = "HEAP,...",
            description = "Heaps to run the hub with, one after the other; default,256m unless given.")
    private String heap = "";

    @Option(
            names = "--statements",
            paramLabel = "N",
            description = "Also shows the N dearest statements of PostgreSQL.")
    private int statements;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "bench is started by the launcher: ./serai bench capture, dispatch, reading, screening or submit");
    }
}
