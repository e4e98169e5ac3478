package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.dispatch.Fault.Kind;
import dev.serai.dispatch.Fault.Step;
import dev.serai.files.AccountDefinition;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How many mails may be on their way after what was answered. */
class AccountGateTest {
    private static final SendResult SENT = new SendResult.Sent("250 ok");

    private final TestClock clock = new TestClock();
    private final Gates gates = new Gates(clock);
    private final Map<String, AccountDefinition> accounts = accounts(8);

    @Test
    void hostThatIsDownShouldBeTriedByOneMailOfAllItsAccounts() {
        end(begin("one"), fault(Step.CONNECT, Kind.UNREACHABLE, null));
        int atOnce = room("one") + room("two");
        clock.pass(Duration.ofSeconds(2));
        int later = room("one");
        begin("one");

        assertThat(atOnce).isZero();
        assertThat(later).isEqualTo(1);
        assertThat(room("two")).isZero();
        assertThat(room("elsewhere")).isEqualTo(8);
    }

    @Test
    void pausesOfAHostShouldGrowToAMinute() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            end(begin("one"), fault(Step.GREETING, Kind.CONNECTION, null));
            pauses.add(pause("one"));
        }

        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void triesThatFailTogetherShouldBeOneTrouble() {
        List<AccountGate.Passage> together = List.of(begin("one"), begin("one"), begin("two"));

        together.forEach(one -> end(one, fault(Step.CONNECT, Kind.UNREACHABLE, null)));

        assertThat(pause("one")).isEqualTo(2);
    }

    @Test
    void hostThatIsBackShouldGetMoreConnectionsStepByStep() {
        end(begin("one"), fault(Step.CONNECT, Kind.UNREACHABLE, null));
        clock.pass(Duration.ofSeconds(2));
        List<Integer> rooms = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            end(begin("one"), SENT);
            end(begin("one"), SENT);
            rooms.add(room("one"));
            clock.pass(Duration.ofSeconds(10));
        }

        assertThat(rooms).containsExactly(1, 2, 4, 8, 8);
    }

    @Test
    void wrongLoginShouldPauseItsAccountForTwentyMinutesAndNoOther() {
        end(begin("one"), fault(Step.LOGIN, Kind.LOGIN, "535 5.7.8"));

        assertThat(pause("one")).isEqualTo(20 * 60);
        assertThat(room("two")).isEqualTo(8);
    }

    @Test
    void accountsOfOneLoginShouldWaitTogetherWhenItIsRefused() {
        end(begin("one"), fault(Step.LOGIN, Kind.LOGIN, "535 5.7.8"));

        assertThat(room("twin")).isZero();
    }

    @Test
    void mailThatWasOnItsWayBeforeTheTroubleShouldNotEndThePause() {
        AccountGate.Passage before = begin("one");
        end(begin("one"), fault(Step.LOGIN, Kind.LOGIN, "535 5.7.8"));

        end(before, SENT);

        assertThat(pause("one")).isEqualTo(20 * 60);
    }

    @Test
    void clockThatIsPutBackShouldNotMakeAPauseLonger() {
        end(begin("one"), fault(Step.CONNECT, Kind.UNREACHABLE, null));

        clock.pass(Duration.ofHours(-1));
        room("one");
        clock.pass(Duration.ofSeconds(2));

        assertThat(room("one")).isEqualTo(1);
    }

    @Test
    void oneMailShouldTryAHostAlsoWhenItsAccountsBeginAtTheSameTime() throws Exception {
        end(begin("one"), fault(Step.CONNECT, Kind.UNREACHABLE, null));
        clock.pass(Duration.ofSeconds(2));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2000; i++) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Callable<Optional<AccountGate.Passage>>> both =
                        List.of(() -> meet(together, "one"), () -> meet(together, "two"));
                int begun = 0;
                for (Future<Optional<AccountGate.Passage>> one : threads.invokeAll(both)) {
                    begun += one.get().isPresent() ? 1 : 0;
                    one.get().ifPresent(mail -> end(mail, new SendResult.TakenAway()));
                }
                assertThat(begun).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<AccountGate.Passage> meet(CyclicBarrier together, String name) throws Exception {
        together.await();
        return gates.begin(account(name));
    }

    @Test
    void editOfAnAccountShouldEndItsPause() {
        end(begin("one"), fault(Step.LOGIN, Kind.LOGIN, "535 5.7.8"));
        int before = room("one");

        AccountDefinition edited = Objects.requireNonNull(accounts(9).get("one"));

        assertThat(before).isZero();
        assertThat(gates.room(edited)).isEqualTo(1);
    }

    @Test
    void resumeShouldEndThePause() {
        end(begin("one"), fault(Step.LOGIN, Kind.LOGIN, "535 5.7.8"));

        gates.release(AccountName.of("one"));

        assertThat(room("one")).isEqualTo(1);
    }

    @Test
    void throttlingShouldSlowTheAccountDownAndNoOther() {
        end(begin("one"), fault(Step.RCPT, Kind.THROTTLED, "450 4.7.1"));

        assertThat(pause("one")).isEqualTo(30);
        assertThat(room("two")).isEqualTo(8);
    }

    @Test
    void serverThatRefusesEverybodyShouldBeAskedLessOften() {
        for (int i = 0; i < 12; i++) {
            end(begin("one"), fault(Step.GREETING, Kind.UNAVAILABLE, "554 5.7.1"));
            pause("one");
        }

        end(begin("one"), fault(Step.GREETING, Kind.UNAVAILABLE, "554 5.7.1"));

        assertThat(pause("one")).isEqualTo(15 * 60);
    }

    @Test
    void refusedMailShouldHinderNobody() {
        end(begin("one"), new SendResult.Failed(new Fault(Step.RCPT, Kind.REFUSED, "550 5.1.1", "550 5.1.1 no")));

        assertThat(room("one")).isEqualTo(8);
        assertThat(gates.hindrance(AccountName.of("one"))).isEmpty();
    }

    /** Seconds until it may try again; the clock is there then. */
    private long pause(String name) {
        Hindrance hindrance = gates.hindrance(AccountName.of(name)).orElseThrow();
        Duration pause = Duration.between(clock.instant(), hindrance.until());
        clock.pass(pause.minusMillis(1));
        assertThat(room(name)).isZero();
        clock.pass(Duration.ofMillis(1));
        assertThat(room(name)).isEqualTo(1);
        return pause.toSeconds();
    }

    private int room(String name) {
        return gates.room(account(name));
    }

    private AccountGate.Passage begin(String name) {
        room(name);
        return gates.begin(account(name)).orElseThrow();
    }

    private static void end(AccountGate.Passage mail, SendResult result) {
        mail.ended(result);
    }

    private static SendResult fault(Step step, Kind kind, String status) {
        return new SendResult.Deferred(new Fault(step, kind, status, "no"));
    }

    private AccountDefinition account(String name) {
        return Objects.requireNonNull(accounts.get(name));
    }

    private static Map<String, AccountDefinition> accounts(int connections) {
        Map<String, String> files = new TreeMap<>();
        Map.of(
                        "one", "mail.example.com",
                        "twin", "mail.example.com",
                        "two", "MAIL.example.com",
                        "elsewhere", "mail.example.net")
                .forEach((name, host) ->
                        files.put("routes/dispatch/dispatch-smtp-" + name + ".camel.yaml", """
                - route:
                    id: dispatch-smtp-%1$s
                    description: A test.
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters: {from: a@example.com, security: none, host: %2$s, connections: %3$d}
                """.formatted(
                                        name, host, connections)));
        Map<String, AccountDefinition> accounts = new TreeMap<>();
        Generation.of(FileSet.ofTexts(files)).accounts().forEach((name, one) -> accounts.put(name.value(), one));
        return accounts;
    }
}
