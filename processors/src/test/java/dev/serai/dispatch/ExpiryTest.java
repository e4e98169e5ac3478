package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often, and how long, a mail is tried; days pass at once. */
class ExpiryTest {
    @TempDir
    private Path folder;

    private final SimulatedTime time = new SimulatedTime();
    private DispatchHouse house;
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() {
        smtp = ScriptedSmtp.start();
        house = new DispatchHouse(folder, time);
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void p65_refusedMailShouldBeTriedFourTimesInAnHourHourlyToSixThenFourTimesADayForFiveDays() {
        smtp.on("RCPT", "450 4.2.1 mailbox busy");
        Instant begin = time.instant();

        List<Duration> tries = triesUntilFailed(begin, "uncertain: ask");

        assertThat(within(tries, Duration.ZERO, Duration.ofMinutes(60))).isEqualTo(4);
        assertThat(within(tries, Duration.ofMinutes(60), Duration.ofHours(6))).isBetween(4, 6);
        assertThat(within(tries, Duration.ofHours(6), Duration.ofDays(5))).isBetween(17, 22);
        assertThat(tries.get(tries.size() - 1))
                .isBetween(Duration.ofDays(5), Duration.ofDays(5).plusMinutes(1));
    }

    @Test
    void mailShouldBeGivenUpWhenItsAccountSays() {
        smtp.on("RCPT", "450 4.2.1 mailbox busy");

        List<Duration> tries = triesUntilFailed(time.instant(), "expireAfter: 2h");

        assertThat(tries.get(tries.size() - 1))
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(1));
    }

    @Test
    void mailForAServerThatIsDownShouldBeGivenUpByTheClockThoughNoTryCounts() {
        smtp.on("CONNECT", "421 away");
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "expireAfter: 10m");
        Dispatcher dispatcher = house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        await().until(() -> {
            time.pass(Duration.ofSeconds(30));
            dispatcher.wake();
            return house.dispatch(id).state() == DispatchRow.State.FAILED;
        });

        assertThat(house.dispatch(id).attempts()).isZero();
        assertThat(house.state(id)).isEqualTo(State.QUARANTINED);
        assertThat(house.dispatch(id).lastError())
                .contains("given up after 10m")
                .contains("421 away");
    }

    @Test
    void p65_backlogBehindADeadServerShouldBeGivenUpWholeThoughOneAtATimeIsTried() {
        smtp.on("CONNECT", "421 away");
        house.account(
                "host: 127.0.0.1", "port: " + smtp.port(), "security: none", "connections: 1", "expireAfter: 10m");
        List<InteractionId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(house.submit(DispatchHouse.draft("jo@example.org")));
        }
        Dispatcher dispatcher = house.live();

        for (int minutes = 0; minutes < 13; minutes++) {
            time.pass(Duration.ofMinutes(1));
            dispatcher.pass();
            await().pollInterval(Duration.ofMillis(2)).until(dispatcher::isQuiet);
            dispatcher.expire();
        }

        assertThat(ids).allMatch(id -> house.dispatch(id).state() == DispatchRow.State.FAILED);
        assertThat(ids).allMatch(id -> house.state(id) == State.QUARANTINED);
        assertThat(ids).allMatch(id -> house.events(id).contains("serai.dispatch.failed"));
        assertThat(house.dispatch(ids.get(29)).lastError())
                .contains("given up after 10m and 0 tries")
                .contains("421 away");
    }

    @Test
    void mailThatWaitsWithoutTroubleShouldNotBeGivenUp() {
        smtp.on("RCPT", "450 4.2.1 mailbox busy");
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "expireAfter: 10m");
        Dispatcher dispatcher = house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        await().until(() -> house.dispatch(id).state() == DispatchRow.State.DEFERRED);
        dispatcher.pause(DispatchHouse.ACCOUNT);

        time.pass(Duration.ofDays(1));
        dispatcher.expire();

        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.DEFERRED);
    }

    /** When it was tried, counted from the first. */
    private List<Duration> triesUntilFailed(Instant begin, String parameter) {
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", parameter);
        Dispatcher dispatcher = house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        List<Duration> tries = new ArrayList<>();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    DispatchRow row = house.dispatch(id);
                    if (row.attempts() > tries.size() || row.state() == DispatchRow.State.FAILED) {
                        tries.add(Duration.between(begin, time.instant()));
                    }
                    if (row.state() == DispatchRow.State.DEFERRED) {
                        time.pass(Duration.between(time.instant(), row.nextAt()).plusMillis(1));
                        dispatcher.wake();
                    }
                    return row.state() == DispatchRow.State.FAILED;
                });
        return tries;
    }

    private static int within(List<Duration> tries, Duration from, Duration to) {
        return (int) tries.stream()
                .filter(one -> one.compareTo(from) >= 0 && one.compareTo(to) < 0)
                .count();
    }
}
