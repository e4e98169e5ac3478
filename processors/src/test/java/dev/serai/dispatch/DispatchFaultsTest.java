package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes every fault of the table in docs/reference/dispatch-faults.md happen, and compares what comes of it. */
class DispatchFaultsTest {
    private static final By TEST = By.of("test");
    private static final Set<DispatchRow.State> LEFT = Set.of(DispatchRow.State.SENT, DispatchRow.State.FAILED);

    @TempDir
    private Path folder;

    /** A row of the table with what is needed to make it happen. */
    private static final class Tried {
        private final FaultPage.Row row;
        private final AccountName account;
        private final ScriptedSmtp smtp;
        private InteractionId id;
        private String outcome = "";

        Tried(FaultPage.Row row, int number) {
            this.row = row;
            this.account = AccountName.of("cell-" + number);
            this.smtp = row.cell().server();
        }
    }

    @Test
    void everyFaultShouldEndAsThePageSays() {
        List<Tried> all = new ArrayList<>();
        FaultPage.rows().forEach(row -> all.add(new Tried(row, all.size())));
        try (DispatchHouse house = new DispatchHouse(folder, new SimulatedTime())) {
            house.accounts(accounts(all));
            Dispatcher dispatcher = house.dispatcher(DispatchMode.LIVE, null, Duration.ofSeconds(5));
            keepConnections(house, all);
            begin(house, all, true);
            begin(house, all, false);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> all.stream().allMatch(one -> isSettled(house.dispatch(one.id))));
            all.forEach(one -> one.outcome = outcome(house, dispatcher, one));
            leaveLater(house, dispatcher, all);
            assertThat(text(all, one -> one.row.with(one.outcome)))
                    .isEqualTo(text(all, one -> one.row.with(one.row.outcome())));
        } finally {
            all.forEach(one -> one.smtp.close());
        }
    }

    private static Map<AccountName, List<String>> accounts(List<Tried> all) {
        Map<AccountName, List<String>> accounts = new TreeMap<>();
        for (Tried one : all) {
            List<String> parameters = new ArrayList<>(List.of("from: support@example.com"));
            parameters.addAll(one.row.cell().parameters(one.smtp.port()));
            accounts.put(one.account, parameters);
        }
        return accounts;
    }

    private static void keepConnections(DispatchHouse house, List<Tried> all) {
        List<InteractionId> first = all.stream()
                .filter(one -> one.row.cell().isOfKeptConnection())
                .map(one -> submit(house, one))
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> first.stream().allMatch(id -> house.dispatch(id).state() == DispatchRow.State.SENT));
    }

    /** Connections are kept for twenty seconds: what is of one begins before the others. */
    private static void begin(DispatchHouse house, List<Tried> all, boolean kept) {
        all.stream().filter(one -> one.row.cell().isOfKeptConnection() == kept).forEach(one -> {
            one.row.cell().happen(one.smtp);
            one.id = submit(house, one);
        });
    }

    private static InteractionId submit(DispatchHouse house, Tried one) {
        String text = one.row.cell().isLarge() ? "All work and no play.\n".repeat(400_000) : "Hello\n";
        var account = Objects.requireNonNull(house.generation().accounts().get(one.account));
        var draft = DispatchHouse.draft(Kind.NEW, "Hello", text, "jo@example.org", "bo@example.org");
        try (PreparedOutbound prepared = house.outbox.prepare(null, draft, account, Wishes.NONE)) {
            return house.store.writeNow(tx -> {
                InteractionId id = prepared.insert(tx, TEST);
                Interaction outbound = tx.interactions().load("default", id).orElseThrow();
                house.outbox.send(tx, tx.work().lock("default", id).orElseThrow(), outbound, account, TEST);
                return id;
            });
        }
    }

    private static boolean isSettled(DispatchRow row) {
        return row.state() != DispatchRow.State.PENDING && row.state() != DispatchRow.State.SENDING;
    }

    /** The cells behind the first two. */
    private static String outcome(DispatchHouse house, Dispatcher dispatcher, Tried one) {
        DispatchRow row = house.dispatch(one.id);
        var cause = row.cause();
        return String.join(
                " | ",
                row.state().word(),
                row.recipients().all().stream()
                        .map(Recipient::state)
                        .map(Recipient.State::word)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                cause == null ? "" : "`" + cause.kind() + "` `" + cause.step() + "`",
                row.state() == DispatchRow.State.DEFERRED ? row.attempts() > 0 ? "yes" : "no" : "",
                waits(row, dispatcher.hindrance(one.account).orElse(null)));
    }

    private static String waits(DispatchRow row, @org.jspecify.annotations.Nullable Hindrance hindrance) {
        if (hindrance != null) {
            long seconds =
                    Duration.between(hindrance.since(), hindrance.until()).toSeconds();
            String who = hindrance.fault().concern() == Fault.Concern.HOST ? "host" : "account";
            return who + " " + (seconds < 60 ? seconds + " s" : seconds / 60 + " min");
        }
        return row.state() == DispatchRow.State.DEFERRED ? "mail 5 min" : "";
    }

    /** The servers are well again and an hour passes: what waits leaves, and nobody gets anything twice. */
    private static void leaveLater(DispatchHouse house, Dispatcher dispatcher, List<Tried> all) {
        List<Tried> waiting = all.stream()
                .filter(one -> one.row.cell().canBeMended())
                .filter(one -> house.dispatch(one.id).state() == DispatchRow.State.DEFERRED)
                .toList();
        waiting.forEach(one -> one.smtp.mend());
        house.passTime(Duration.ofHours(1));
        dispatcher.wake();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waiting.stream()
                                .filter(one ->
                                        !LEFT.contains(house.dispatch(one.id).state()))
                                .map(one -> one.row.cell() + ": "
                                        + house.dispatch(one.id).lastError()))
                        .isEmpty());
        all.forEach(one -> {
            List<String> delivered = one.smtp.delivered();
            int most = one.row.cell().isOfKeptConnection() ? 2 : 1;
            assertThat(delivered.stream().filter("jo@example.org"::equals).count())
                    .as("copies for jo at %s", one.row.cell())
                    .isLessThanOrEqualTo(most);
            assertThat(delivered.stream().filter("bo@example.org"::equals).count())
                    .as("copies for bo at %s", one.row.cell())
                    .isLessThanOrEqualTo(most);
            one.outcome += " | " + later(house.dispatch(one.id), waiting.contains(one));
        });
    }

    private static String later(DispatchRow row, boolean waited) {
        if (row.state() == DispatchRow.State.DEFERRED) {
            return "yes";
        }
        return waited ? "yes, " + row.state().word() : "no";
    }

    private static String text(List<Tried> all, java.util.function.Function<Tried, String> line) {
        return all.stream().map(line).collect(Collectors.joining("\n"));
    }
}
