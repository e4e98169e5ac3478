package dev.serai.bench;

import dev.serai.app.TestInstance;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drains a filled mailbox with a hub of its own, as a user would start it, and looks on. */
final class CaptureRun {
    static final String USER = "support";
    static final String PASSWORD = "p + % & # w";
    private static final Duration STUCK = Duration.ofMinutes(2);
    private static final int MARKS = 4;
    private static final String STRATEGY = """
            - route:
                id: strategy-inbound
                description: Screens each mail with the shipped rules and places it.
                from:
                  uri: direct:strategy-inbound
                  steps:
                    - to: {id: screen, uri: "kamelet:screen-action", parameters: {rules: "billing,general"}}
                    - to: {id: to-general, uri: "kamelet:place-action", parameters: {queue: general}}
            """;

    private final Dovecot dovecot;
    private final Postgres.Database counting;
    private final int mails;
    private final List<Long> live = new ArrayList<>();
    private final List<Long> resident = new ArrayList<>();
    private Duration hubHalfway = Duration.ZERO;
    private Duration postgresHalfway = Duration.ZERO;

    /** @param counting any database of the same server, where statements are counted */
    CaptureRun(Dovecot dovecot, Postgres.Database counting, int mails) {
        this.dovecot = dovecot;
        this.counting = counting;
        this.mails = mails;
    }

    CaptureFigures on(Postgres.Database database, ProcessHandle postgres, Path folder, String options)
            throws Exception {
        TestInstance instance = new TestInstance(folder).on(database).imap(USER, dovecot, PASSWORD, "mark-seen");
        instance.write("routes/strategies/strategy-inbound.camel.yaml", STRATEGY);
        try (HubRun hub = HubRun.start(TestInstance.checkout(), folder, options)) {
            Statements.Counts asked = Statements.of(counting, database);
            try (Progress progress = new Progress(database)) {
                drain(progress, hub, postgres);
                Statements.Counts counts = Statements.of(counting, database).minus(asked);
                return new CaptureFigures(
                        options,
                        hub.toReady().toMillis() / 1000.0,
                        mails / progress.secondsOfCapture(),
                        mails / progress.secondsToQueue(),
                        perMail(hub.cpu().minus(hubHalfway)),
                        perMail(ProcessFigures.cpu(postgres).minus(postgresHalfway)),
                        (double) counts.statements() / mails,
                        (double) counts.transactions() / mails,
                        live,
                        resident,
                        hub.peakMegabytes());
            }
        }
    }

    private void drain(Progress progress, HubRun hub, ProcessHandle postgres) throws Exception {
        int last = -1;
        long moved = System.nanoTime();
        while (last < mails * 2) {
            int captured = progress.captured();
            while (live.size() < MARKS && captured >= (live.size() + 1) * mails / MARKS) {
                live.add(hub.liveMegabytes());
                resident.add(hub.residentMegabytes());
                if (live.size() == MARKS / 2) {
                    hubHalfway = hub.cpu();
                    postgresHalfway = ProcessFigures.cpu(postgres);
                }
            }
            int now = captured + progress.placed();
            if (now > last) {
                last = now;
                moved = System.nanoTime();
            }
            if (!hub.isAlive() || System.nanoTime() - moved > STUCK.toNanos()) {
                throw new AssertionError("the hub does not come on: " + hub.output());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private double perMail(Duration processor) {
        return processor.toMillis() * 2.0 / mails;
    }
}
