package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that is claimed and not begun binds nobody: neither other accounts, nor the files that it was claimed by. */
class ClaimedAheadTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AccountName WELL = AccountName.of("well");

    private final ScriptedSmtp slow = ScriptedSmtp.start();
    private final ScriptedSmtp well = ScriptedSmtp.start();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit opens it
    private DispatchHouse house;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder);
    }

    @AfterEach
    void close() {
        slow.mend();
        house.close();
        slow.close();
        well.close();
    }

    @Test
    void aServerThatSaysNothingShouldNotKeepMailOfOtherAccountsFromLeaving() {
        house.accounts(Map.of(DispatchHouse.ACCOUNT, sink(slow), WELL, sink(well)));
        List<InteractionId> ids = submit(80);
        slow.breakingAfter(40, "DOT", ScriptedSmtp.WAIT);
        house.dispatcher(policy(5, Duration.ofSeconds(60)), Duration.ofMinutes(10));
        await().atMost(SOON).until(() -> routing(ids) > 4 && slow.mails().size() >= 40);

        InteractionId other = submitBy(WELL);

        await().atMost(SOON).until(() -> house.dispatch(other).state() == DispatchRow.State.SENT);
    }

    @Test
    void accountsThatFillTheWindowShouldNotKeepTheFirstMailOfAnotherFromLeaving() {
        house.accounts(Map.of(DispatchHouse.ACCOUNT, sink(slow), WELL, sink(well)));
        slow.breaking("DOT", ScriptedSmtp.WAIT);
        List<InteractionId> ids = submit(20);
        house.dispatcher(policy(1, Duration.ofSeconds(60)), Duration.ofMinutes(10));
        await().atMost(SOON).until(() -> routing(ids) > 0);

        InteractionId other = submitBy(WELL);

        await().atMost(SOON).until(() -> house.dispatch(other).state() == DispatchRow.State.SENT);
    }

    @Test
    void whatWaitsBehindAServerThatSaysNothingShouldGoBack() {
        house.accounts(Map.of(DispatchHouse.ACCOUNT, sink(slow)));
        List<InteractionId> ids = submit(80);
        slow.breakingAfter(20, "DOT", ScriptedSmtp.WAIT);
        house.dispatcher(policy(50, Duration.ofSeconds(2)), Duration.ofMinutes(10));
        await().atMost(SOON).until(() -> slow.mails().size() >= 20);

        await().atMost(SOON).until(() -> routing(ids) == 4);
    }

    @Test
    void whatIsClaimedAheadShouldNotLeaveByFilesThatAreLiveNoMore() {
        house.accounts(Map.of(DispatchHouse.ACCOUNT, sink(slow)));
        List<InteractionId> ids = submit(80);
        slow.breakingAfter(40, "DOT", ScriptedSmtp.WAIT);
        house.live();
        await().atMost(SOON).until(() -> routing(ids) > 12 && slow.mails().size() >= 40);
        int before = slow.mails().size();

        house.accounts(Map.of(WELL, sink(well)));
        house.goLive();
        slow.mend();

        await().atMost(SOON).until(() -> routing(ids) == 0);
        assertThat(slow.mails()).hasSizeBetween(before, before + 5);
        assertThat(ids)
                .extracting(id -> house.dispatch(id).state())
                .contains(DispatchRow.State.PENDING)
                .doesNotContain(DispatchRow.State.DEFERRED);
    }

    @Test
    void aMailThatIsFoundAtAnotherAccountShouldNotStopThat() {
        house.accounts(Map.of(DispatchHouse.ACCOUNT, sink(slow), WELL, sink(well)));
        InteractionId id = submitBy(WELL);
        house.store.writeNow(tx -> {
            tx.work().update(tx.work().lock("default", id).orElseThrow().leavingBy(DispatchHouse.ACCOUNT));
            return id;
        });

        house.accounts(Map.of(DispatchHouse.ACCOUNT, sink(slow)));
        InteractionId behind = submit(1).get(0);
        house.live();

        await().atMost(SOON).until(() -> house.dispatch(behind).state() == DispatchRow.State.SENT);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.PENDING);
    }

    private static DispatchPolicy policy(int window, Duration lease) {
        return new DispatchPolicy("node", DispatchMode.LIVE, null, window, lease);
    }

    private static List<String> sink(ScriptedSmtp smtp) {
        return List.of(
                "from: support@example.com",
                "host: 127.0.0.1",
                "port: " + smtp.port(),
                "security: none",
                "connections: 4");
    }

    private List<InteractionId> submit(int count) {
        List<InteractionId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(house.submit(DispatchHouse.draft("jo-" + i + "@example.org")));
        }
        return ids;
    }

    private InteractionId submitBy(AccountName account) {
        InteractionId id = house.store(null, DispatchHouse.draft("jo@example.net"));
        house.store.writeNow(tx -> house.outbox.send(
                tx,
                tx.work().lock("default", id).orElseThrow(),
                tx.interactions().load("default", id).orElseThrow(),
                java.util.Objects.requireNonNull(house.generation().accounts().get(account)),
                dev.serai.store.WorkChange.By.of("test")));
        return id;
    }

    private long routing(List<InteractionId> ids) {
        return ids.stream().filter(id -> house.state(id) == State.ROUTING).count();
    }
}
