package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.State;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.Outcome;
import dev.serai.operation.RetryDispatch;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a mail for every fault that a server can show. */
class DispatcherTest {
    @TempDir
    private Path folder;

    private DispatchHouse house;
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() {
        smtp = ScriptedSmtp.start();
        house = new DispatchHouse(folder)
                .account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "readTimeout: 2s");
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void aMailShouldLeaveOnceAndStopAsSent() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.SENT);

        assertThat(house.load(id).standing().stopReason()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
        assertThat(smtp.mails().get(0)).contains("From: ", "<support@example.com>", "\n.dot\n");
        assertThat(house.events(id))
                .containsSubsequence("serai.dispatch.pending", "serai.dispatch.sent", "serai.interaction.stopped");
        // counted when its settlement is durable, which the connection does not wait for
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(house.meters
                                .counter("serai.dispatch", "account", "test", "state", "sent")
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void automaticMailShouldHaveTheNullReturnPath() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft(Kind.ACKNOWLEDGEMENT, "Got it", "ok", "jo@example.org"));

        become(id, DispatchRow.State.SENT);

        assertThat(smtp.commands()).anyMatch(command -> command.startsWith("MAIL FROM:<>"));
    }

    @Test
    void connectionsShouldBeUsedAgain() {
        house.live();
        InteractionId first = house.submit(DispatchHouse.draft("jo@example.org"));
        become(first, DispatchRow.State.SENT);
        InteractionId second = house.submit(DispatchHouse.draft("jo@example.org"));
        become(second, DispatchRow.State.SENT);

        assertThat(smtp.connections()).isEqualTo(1);
    }

    @Test
    void nothingShouldLeaveWhileTheModeIsHold() {
        Dispatcher dispatcher = house.dispatcher(DispatchMode.HOLD, null);
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        await().during(Duration.ofSeconds(1)).until(() -> smtp.commands().isEmpty());

        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.PENDING);
        assertThat(dispatcher.status().mode()).isEqualTo(DispatchMode.HOLD);
        assertThat(dispatcher.status().accounts().get(0).count(DispatchRow.State.PENDING))
                .isEqualTo(1);
    }

    @Test
    void everythingShouldGoToOneAddressWhileTheModeIsDivert() {
        house.dispatcher(DispatchMode.DIVERT, "me@example.net");
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org", "bo@example.org"));

        become(id, DispatchRow.State.SENT);

        assertThat(recipients()).containsExactly("RCPT TO:<me@example.net>");
        assertThat(smtp.mails().get(0))
                .contains("X-Serai-Diverted-To: me@example.net")
                .contains("Subject: [diverted] Hello")
                .contains("X-Serai-Original-Recipients: jo@example.org,\n bo@example.org");
    }

    @Test
    void aTemporaryRefusalShouldBeTriedAgainWithTheSameMessageId() {
        smtp.on("MAIL", "451 try later");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        become(id, DispatchRow.State.DEFERRED);
        DispatchRow deferred = house.dispatch(id);
        smtp.heal();

        house.makeDue(id);
        become(id, DispatchRow.State.SENT);

        assertThat(deferred.lastError()).contains("451 try later");
        assertThat(deferred.nextAt()).isBetween(in(4), in(6));
        assertThat(smtp.mails().get(0)).contains("Message-ID: " + deferred.messageId());
    }

    @Test
    void aPermanentRefusalShouldBeQuarantinedWithTheServersWords() {
        smtp.on("RCPT", "550 5.1.1 no such user");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.FAILED);

        var cause = house.store
                .read(tx -> tx.quarantine().load("default", id))
                .orElseThrow()
                .cause();
        assertThat(house.state(id)).isEqualTo(State.QUARANTINED);
        assertThat(cause.stage()).isEqualTo("dispatch");
        assertThat(cause.reason()).contains("550 5.1.1 no such user");
        assertThat(cause.backTo().value()).isEqualTo("dispatch");
    }

    @Test
    void aRefusalOfTheContentShouldBeFinalWhenPermanent() {
        smtp.on("DOT", "554 5.7.1 spam");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.FAILED);

        assertThat(house.dispatch(id).lastError()).contains("554 5.7.1 spam");
    }

    @Test
    void aRefusalOfTheContentShouldBeDeferredWhenTemporary() {
        smtp.on("DOT", "452 disk full");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).attempts()).isEqualTo(1);
    }

    @Test
    void aRefusedDataCommandShouldBeDeferredWhenTemporary() {
        smtp.on("DATA", "421 shutting down");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);
    }

    @Test
    void p66_aConnectionThatDiesAfterDataShouldMakeTheDispatchUncertain() {
        smtp.on("DOT", ScriptedSmtp.CLOSE);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.UNCERTAIN);

        assertThat(house.state(id)).isEqualTo(State.QUEUED);
        assertThat(house.load(id).standing().availableAt()).isAfter(in(60 * 24 * 365));
        assertThat(house.events(id)).contains("serai.dispatch.uncertain");
    }

    @Test
    void p66_aServerThatIsSilentAfterTheFinalDotShouldMakeTheDispatchUncertain() {
        smtp.on("DOT", ScriptedSmtp.STALL);
        house.dispatcher(DispatchMode.LIVE, null, Duration.ofMillis(500));
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.UNCERTAIN);
    }

    @Test
    void aConnectionThatDiesWhileTheContentIsSentShouldMakeTheDispatchUncertain() {
        smtp.on("CONTENT", ScriptedSmtp.CLOSE);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.UNCERTAIN);
    }

    @Test
    void anUncertainOneShouldLeaveWhenAnOperatorRetries() {
        smtp.on("DOT", ScriptedSmtp.CLOSE);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        become(id, DispatchRow.State.UNCERTAIN);
        smtp.heal();

        house.makeDue(id);

        become(id, DispatchRow.State.SENT);
    }

    @Test
    void p67_aServerThatHangsUpBeforeDataShouldDefer() {
        smtp.on("RCPT", ScriptedSmtp.CLOSE);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);
    }

    @Test
    void p65_aServerThatIsDownShouldDefer() {
        smtp.close();
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("127.0.0.1:" + smtp.port());
    }

    @Test
    void aSilentServerShouldDeferAfterTheReadTimeout() {
        smtp.on("CONNECT", ScriptedSmtp.STALL);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("timeout");
    }

    @Test
    void p67_recipientsShouldHaveFatesOfTheirOwn() {
        smtp.on("RCPT TO:<late@example.org>", "450 greylisted").on("RCPT TO:<gone@example.org>", "550 gone");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org", "late@example.org", "gone@example.org"));
        become(id, DispatchRow.State.DEFERRED);
        List<String> left = house.dispatch(id).left();
        smtp.on("RCPT TO:<late@example.org>", "250 ok");

        house.makeDue(id);
        become(id, DispatchRow.State.FAILED);

        assertThat(left).containsExactly("late@example.org");
        assertThat(house.dispatch(id).recipients().all())
                .extracting(one -> one.address() + " " + one.state().word() + " " + one.status())
                .containsExactly(
                        "jo@example.org sent null", "late@example.org sent 250", "gone@example.org failed 550");
        assertThat(recipients().stream().filter(command -> command.contains("jo@")))
                .hasSize(1);
        assertThat(smtp.mails()).hasSize(2);
    }

    @Test
    void aWrongLoginShouldDeferWithoutTellingThePassword() {
        smtp.on("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN").on("AUTH", "535 5.7.8 who are you");
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "username: me", "secret: env:PATH");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError())
                .contains("535 5.7.8 who are you")
                .doesNotContain(System.getenv("PATH"));
    }

    @Test
    void aServerWithoutLoginShouldDeferWhenTheAccountHasAUser() {
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "username: me", "secret: env:PATH");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("offers no login");
    }

    @Test
    void aRouteWithoutTheSinkShouldDefer() {
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none");
        house.route("""
                - route:
                    id: dispatch-smtp-test
                    description: A test.
                    from:
                      uri: direct:dispatch-smtp-test
                      steps:
                        - filter:
                            id: never
                            expression: {simple: {expression: "${body.account} == 'nobody'"}}
                            steps:
                              - to:
                                  id: send
                                  uri: kamelet:smtp-sink
                                  parameters: {host: 127.0.0.1, port: 25, security: none, from: support@example.com}
                """);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError()).contains("the route did not send");
    }

    @Test
    void whatADeadProcessLeftSendingShouldBecomeUncertain() {
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).sending(tx.now()));
            return id;
        });

        house.live();
        become(id, DispatchRow.State.UNCERTAIN);

        assertThat(smtp.commands()).isEmpty();
    }

    @Test
    void workTakenAwayBeforeDataShouldNotBeSent() {
        smtp.on("RCPT", ScriptedSmtp.WAIT);
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        await().until(() -> !recipients().isEmpty());

        Outcome<Interaction> answer = cancel(id);

        smtp.heal();

        assertThat(answer).isInstanceOf(Outcome.Done.class);
        await().during(Duration.ofSeconds(1)).until(() -> !smtp.commands().contains("DATA"));
        assertThat(house.state(id)).isEqualTo(State.STOPPED);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.CANCELLED);
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void aSentDispatchShouldNotBeRetriedOrCancelled() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        become(id, DispatchRow.State.SENT);

        Outcome<Interaction> retried =
                house.store.writeNow(new RetryDispatch(new Target("default", id), By.of("operator")));
        Outcome<Interaction> cancelled = cancel(id);

        assertThat(retried).isInstanceOf(Outcome.Refused.class);
        assertThat(cancelled).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aPausedAccountShouldSendNothingUntilItIsResumed() {
        Dispatcher dispatcher = house.live();
        dispatcher.pause(DispatchHouse.ACCOUNT);
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        await().during(Duration.ofMillis(800)).until(() -> smtp.commands().isEmpty());

        dispatcher.resume(DispatchHouse.ACCOUNT);

        become(id, DispatchRow.State.SENT);
    }

    @Test
    void noMoreShouldLeaveInAMinuteThanTheAccountAllows() {
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "ratePerMinute: 3");
        house.live();
        for (int i = 0; i < 5; i++) {
            house.submit(DispatchHouse.draft("jo@example.org"));
        }

        await().until(() -> smtp.mails().size() == 3);
        await().during(Duration.ofSeconds(1)).until(() -> smtp.mails().size() == 3);
    }

    @Test
    void aMailThatWasSentShouldStopWhenItIsHandedOverAgain() {
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).to(DispatchRow.State.SENT, null, tx.now()));
            return id;
        });

        house.handOver(id);

        assertThat(house.load(id).standing().stopReason()).isEqualTo("sent");
    }

    @Test
    void aMailThatIsUncertainShouldStaySoWhenItIsHandedOverAgain() {
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).to(DispatchRow.State.UNCERTAIN, "lost", tx.now()));
            return id;
        });

        house.handOver(id);

        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(house.load(id).standing().availableAt()).isEqualTo(Schedule.NEVER);
    }

    private Outcome<Interaction> cancel(InteractionId id) {
        return house.store.writeNow(new CancelDispatch(new Target("default", id), By.of("operator")));
    }

    private void become(InteractionId id, DispatchRow.State state) {
        await().atMost(Duration.ofSeconds(15)).until(() -> house.dispatch(id).state() == state);
    }

    private List<String> recipients() {
        return smtp.commands().stream()
                .filter(command -> command.startsWith("RCPT"))
                .toList();
    }

    private static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }
}
