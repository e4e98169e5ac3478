package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.files.AccountDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is down for an hour while a thousand mails wait, and comes back. */
class OutageTest {
    private static final By TEST = By.of("test");
    private static final List<String> HERE = List.of("one", "two", "three");
    private static final int EACH = 250;
    private static final int RATE = 100;

    @TempDir
    private Path folder;

    private final SimulatedTime time = new SimulatedTime();
    private DispatchHouse house;
    private ScriptedSmtp here;
    private ScriptedSmtp elsewhere;

    @BeforeEach
    void open() {
        here = ScriptedSmtp.start().on("CONNECT", ScriptedSmtp.CLOSE);
        elsewhere = ScriptedSmtp.start();
        Map<AccountName, List<String>> accounts = new TreeMap<>();
        HERE.forEach(name -> accounts.put(AccountName.of(name), parameters(name, here)));
        accounts.put(AccountName.of("elsewhere"), parameters("elsewhere", elsewhere));
        house = new DispatchHouse(folder, time).accounts(accounts);
    }

    @AfterEach
    void close() {
        house.close();
        here.close();
        elsewhere.close();
    }

    @Test
    void p65_hourWithoutAServerShouldLoseNothingAndEndWithoutAStorm() {
        List<InteractionId> waiting = new ArrayList<>();
        HERE.forEach(name -> waiting.addAll(submit(name)));
        List<InteractionId> others = submit("elsewhere");
        Dispatcher dispatcher = house.live();

        await().atMost(Duration.ofSeconds(30)).until(() -> elsewhere.mails().size() == others.size());
        for (int minutes = 0; minutes < 60; minutes++) {
            time.pass(Duration.ofMinutes(1));
            dispatcher.pass();
            await().pollInterval(Duration.ofMillis(2)).until(dispatcher::isQuiet);
        }
        int tries = here.accepted();
        here.heal();
        List<Integer> minutes = minutesUntilAllLeft(dispatcher, waiting.size());

        assertThat(tries).as("connections in an hour").isBetween(50, 80);
        assertThat(minutes).as("mails a minute").allMatch(left -> left <= HERE.size() * RATE);
        assertThat(waiting.stream().map(house::dispatch).toList())
                .allMatch(row -> row.state() == DispatchRow.State.SENT && row.attempts() == 1);
        assertThat(here.delivered()).hasSize(waiting.size());
    }

    /** How many left in each minute; in the first ten seconds one at a time. */
    private List<Integer> minutesUntilAllLeft(Dispatcher dispatcher, int all) {
        List<Integer> minutes = new ArrayList<>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            int before = here.mails().size();
            int most = Math.min(all - before, HERE.size() * RATE);
            time.pass(Duration.ofSeconds(minutes.isEmpty() ? 60 : 62));
            dispatcher.wake();
            await().atMost(Duration.ofSeconds(30)).until(() -> here.mails().size() >= before + most);
            await().until(dispatcher::isQuiet);
            if (minutes.isEmpty()) {
                assertThat(here.mostAtOnce())
                        .as("mails at once when it is back")
                        .isLessThanOrEqualTo(4);
            }
            minutes.add(here.mails().size() - before);
            return here.mails().size() == all;
        });
        return minutes;
    }

    private List<InteractionId> submit(String name) {
        AccountDefinition account =
                Objects.requireNonNull(house.generation().accounts().get(AccountName.of(name)));
        List<PreparedOutbound> prepared = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            prepared.add(house.outbox.prepare(null, DispatchHouse.draft("jo@example.org"), account, Wishes.NONE));
        }
        try {
            return house.store.writeNow(tx ->
                    prepared.stream().map(one -> handOver(tx, one, account)).toList());
        } finally {
            prepared.forEach(PreparedOutbound::close);
        }
    }

    private InteractionId handOver(Tx tx, PreparedOutbound prepared, AccountDefinition account) {
        InteractionId id = prepared.insert(tx, TEST);
        Interaction outbound = tx.interactions().load("default", id).orElseThrow();
        house.outbox.send(tx, tx.work().lock("default", id).orElseThrow(), outbound, account, TEST);
        return id;
    }

    private static List<String> parameters(String name, ScriptedSmtp smtp) {
        return List.of(
                "from: " + name + "@example.com",
                "host: 127.0.0.1",
                "port: " + smtp.port(),
                "security: none",
                "connections: 4",
                name.equals("elsewhere") ? "enabled: true" : "ratePerMinute: " + RATE);
    }
}
