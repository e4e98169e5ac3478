package dev.serai.bench;

import dev.serai.app.TestInstance;
import dev.serai.app.WaitingMails;
import dev.serai.interaction.InteractionId;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a hub, as a user would, over mails that wait, and looks on until all of them are sent. */
final class DispatchRunOfHub {
    private static final Duration STUCK = Duration.ofMinutes(1);
    /** Each look counts all rows, and is in PostgreSQL's processor time. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String SENT = "select count(*) from dispatch where account = 'default' and state = 'sent'";
    private static final int SINGLES = 20;

    private final Postgres postgres;
    private final Postgres.Database counting;
    private final Postgres.Database database;
    private final int mails;
    private long halfway;
    private int atHalf;
    private Duration hubAtHalf = Duration.ZERO;
    private Duration databaseAtHalf = Duration.ZERO;

    DispatchRunOfHub(Postgres postgres, Postgres.Database counting, Postgres.Database database, int mails) {
        this.postgres = postgres;
        this.counting = counting;
        this.database = database;
        this.mails = mails;
    }

    /** @param more writes single mails when the others are sent */
    DispatchFigures of(String name, Path instance, String options, WaitingMails more) throws Exception {
        Statements.Counts before = Statements.of(counting, database);
        try (HubRun hub = HubRun.start(TestInstance.checkout(), instance, options)) {
            drain(hub);
            long end = System.nanoTime();
            int later = mails - atHalf;
            Duration hubLater = hub.cpu().minus(hubAtHalf);
            Duration databaseLater = ProcessFigures.cpu(postgres.process()).minus(databaseAtHalf);
            Statements.Counts asked = Statements.of(counting, database).minus(before);
            double seconds = seconds();
            Singles singles = singles(more);
            return new DispatchFigures(
                    name,
                    mails / seconds,
                    later / ((end - halfway) / 1e9),
                    (double) hubLater.toMillis() / later,
                    (double) databaseLater.toMillis() / later,
                    (double) asked.statements() / mails,
                    (double) asked.transactions() / mails,
                    (double) asked.millis() / mails,
                    singles.median(),
                    singles.longest());
        }
    }

    private void drain(HubRun hub) throws Exception {
        int last = -1;
        long moved = System.nanoTime();
        for (int sent = sent(); sent < mails; sent = sent()) {
            if (halfway == 0 && sent >= mails / 2) {
                halfway = System.nanoTime();
                atHalf = sent;
                hubAtHalf = hub.cpu();
                databaseAtHalf = ProcessFigures.cpu(postgres.process());
            }
            if (sent > last) {
                last = sent;
                moved = System.nanoTime();
            }
            if (!hub.isAlive() || System.nanoTime() - moved > STUCK.toNanos()) {
                throw new AssertionError("the hub does not come on at " + sent + ": " + hub.output());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    /** How long a mail is on its way that came alone, in milliseconds. */
    private record Singles(long median, long longest) {}

    /** One after the other. The hub is not told of them, it looks every half second. */
    private Singles singles(WaitingMails more) throws Exception {
        List<Long> all = new ArrayList<>();
        for (int number = 1; number <= SINGLES; number++) {
            InteractionId id = more.writeOne(database);
            long begin = System.nanoTime();
            String left =
                    "select count(*) from dispatch where tenant = 'default' and state = 'sent' and id = '" + id + "'";
            while (Statements.number(database, left) == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            all.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
        all.sort(null);
        return new Singles(all.get(SINGLES / 2), all.get(SINGLES - 1));
    }

    private int sent() throws Exception {
        return (int) Statements.number(database, SENT);
    }

    /** From the first that was sent to the last, by the database's clock. */
    private double seconds() throws Exception {
        return Statements.number(
                        database,
                        "select extract(epoch from max(changed_at) - min(changed_at)) * 1000 from dispatch"
                                + " where account = 'default'")
                / 1000.0;
    }
}
