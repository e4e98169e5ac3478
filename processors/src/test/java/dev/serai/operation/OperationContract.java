package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Settings;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.InteractionFilter;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.RawContent;
import dev.serai.store.Store;
import dev.serai.store.Sweeper;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.strategy.Playbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations do on both databases alike; a class per database runs it. */
abstract class OperationContract {
    private static final QueueName BILLING = QueueName.of("billing");
    private static final QueueName GENERAL = QueueName.of("general");
    private static final By OPERATOR = By.of("operator");
    private static final Home HOME = Home.of(Path.of(System.getProperty("serai.home")));
    private static final Generation GENERATION = Generation.load(HOME);
    private static final Map<QueueName, QueueDefinition> QUEUES = GENERATION.queues();

    @TempDir
    private Path spool;

    private Store store;
    private Operations operations;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        operations = new Operations(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void submitShouldPlaceWhatTheRequestSays() {
        Interaction stored =
                submit("{'queue':'billing','priority':70,'subject':'Invoice','language':'de','from':'jo@example.org',"
                        + "'userData':{'tier':'gold'},'category':'claims'}");

        assertThat(stored.standing().queue()).isEqualTo(BILLING);
        assertThat(stored.standing().priority()).isEqualTo(70);
        assertThat(stored.contact().address()).isEqualTo("jo@example.org");
        assertThat(stored.userData()).containsEntry("tier", "gold").containsEntry("category", "claims");
        assertThat(types(stored.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void submitShouldYieldTheFirstInteractionWhenTheExternalIdIsKnown() {
        Submitted first =
                run(submission("{'queue':'billing','externalId':'4711'}")).orThrow();
        Submitted again =
                run(submission("{'queue':'billing','externalId':'4711'}")).orThrow();

        assertThat(again.fresh()).isFalse();
        assertThat(again.interaction().id()).isEqualTo(first.interaction().id());
    }

    @Test
    void submitShouldBeRefusedWhenTheQueueIsUndeclared() {
        assertThat(refusal(run(submission("{'queue':'nowhere'}")))).isEqualTo(Code.UNDECLARED_QUEUE);
    }

    @Test
    void submitShouldBeRefusedWhenTheQueueIsTheHubsOwn() {
        assertThat(refusal(run(submission("{'queue':'dispatch'}")))).isEqualTo(Code.INVALID_REQUEST);
    }

    @Test
    void submitShouldNameEveryFieldAtFault() {
        assertThatThrownBy(() -> submission("{'prioritty':1,'priority':101,'userData':{'a':[1]},'from':'nobody'}"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactlyInAnyOrder("/prioritty", "/priority", "/userData/a", "/from"));
    }

    @Test
    void submitShouldJoinTheThreadOfItsParent() {
        Interaction parent = submit("{'queue':'billing'}");
        Interaction child = submit("{'queue':'billing','parentId':'" + parent.id() + "'}");

        assertThat(child.origin().threadId()).isEqualTo(parent.origin().threadId());
    }

    @Test
    void submittedMailShouldWaitInIntakeWithItsBytes() throws Exception {
        byte[] mail = "Subject: hi\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        Submit submit = Submit.mail(
                request("{}"),
                RawContent.of(mail),
                SubmitDefaults.REST,
                QUEUES,
                OwnAddresses.only("support@example.com"),
                Clock.systemUTC());
        Interaction stored = run(submit).orThrow().interaction();

        assertThat(stored.standing().queue()).isEqualTo(QueueDefinition.INTAKE);
        assertThat(store.raw("default", stored.id()).orElseThrow().open().readAllBytes())
                .isEqualTo(mail);
    }

    @Test
    void pullShouldAssignUnderALeaseInTheQueuesOrder() {
        submit("{'queue':'billing','priority':10}");
        Interaction urgent = submit("{'queue':'billing','priority':90}");

        List<Lease> pulled = pull("anna", 1);

        assertThat(pulled).extracting(lease -> lease.interaction().id()).containsExactly(urgent.id());
        assertThat(pulled.get(0).interaction().standing().state()).isEqualTo(State.ASSIGNED);
        assertThat(pulled.get(0).interaction().standing().assignedTo()).isEqualTo("anna");
        assertThat(types(urgent.id())).contains("serai.interaction.assigned");
    }

    @Test
    void pullShouldBeRefusedWhenTheQueueHasAStrategy() {
        PullRequest request = new PullRequest("default", QueueName.of("inbound"), 1, Duration.ofMinutes(1), "anna");

        assertThat(refusal(operations.pull(new Pull(request, QUEUES)))).isEqualTo(Code.QUEUE_HAS_STRATEGY);
    }

    @Test
    void pullShouldFindNothingWhenTheQueueIsPaused() {
        submit("{'queue':'billing'}");
        store.writeNow(tx -> {
            tx.operate().pause("queue", "billing", tx.now());
            return true;
        });

        assertThat(pull("anna", 1)).isEmpty();
    }

    @Test
    void pullShouldGiveTheSameBatchWhenTheKeyIsTheSame() {
        submit("{'queue':'billing'}");
        submit("{'queue':'billing'}");

        List<Lease> first = operations.pull(keyedPull("k1")).orThrow();
        List<Lease> again = operations.pull(keyedPull("k1")).orThrow();

        assertThat(again)
                .extracting(Lease::token)
                .isEqualTo(first.stream().map(Lease::token).toList());
    }

    @Test
    void pullShouldNotGiveAgainWhatTheClientHasCompleted() {
        submit("{'queue':'billing'}");
        Lease lease = operations.pull(keyedPull("k1")).orThrow().get(0);
        run(new Complete(target(lease), lease.token(), StopReason.COMPLETED, null));

        assertThat(operations.pull(keyedPull("k1")).orThrow()).isEmpty();
    }

    @Test
    void pullShouldNotRememberThatThereWasNothing() {
        operations.pull(keyedPull("k1"));
        submit("{'queue':'billing'}");

        assertThat(operations.pull(keyedPull("k1")).orThrow()).hasSize(1);
    }

    @Test
    void completeShouldStopWithTheCurrentToken() {
        submit("{'queue':'billing'}");
        Lease lease = pull("anna", 1).get(0);

        Interaction done = run(new Complete(target(lease), lease.token(), StopReason.COMPLETED, null))
                .orThrow();

        assertThat(done.standing().state()).isEqualTo(State.STOPPED);
        assertThat(done.standing().stopReason()).isEqualTo("completed");
    }

    @Test
    void aTokenShouldBeLostWhenTheLeaseRanOut() {
        submit("{'queue':'billing'}");
        Lease late = operations
                .pull(new Pull(new PullRequest("default", BILLING, 1, Duration.ofSeconds(-1), "anna"), QUEUES))
                .orThrow()
                .get(0);
        new Sweeper(store).pass();

        assertThat(refusal(run(new Complete(target(late), late.token(), "completed", null))))
                .isEqualTo(Code.LEASE_LOST);
        assertThat(state(late.interaction().id())).isEqualTo(State.QUEUED);
    }

    @Test
    void aTokenShouldBeLostWhenAnotherClientHasTheInteraction() {
        submit("{'queue':'billing'}");
        Lease first = pull("anna", 1).get(0);
        run(new Return(target(first), first.token(), Duration.ZERO, null));
        pull("bert", 1);

        assertThat(refusal(run(new Renew(target(first), first.token(), Duration.ofHours(1)))))
                .isEqualTo(Code.LEASE_LOST);
        assertThat(load(first.interaction().id()).standing().assignedTo()).isEqualTo("bert");
    }

    @Test
    void aTextThatIsNoTokenShouldBeInvalid() {
        Interaction stored = submit("{'queue':'billing'}");

        assertThat(refusal(run(new Renew(target(stored), "nonsense", Duration.ofHours(1)))))
                .isEqualTo(Code.INVALID_REQUEST);
    }

    @Test
    void renewShouldMoveTheEndOfTheLease() {
        submit("{'queue':'billing'}");
        Lease lease = pull("anna", 1).get(0);

        Lease renewed = run(new Renew(target(lease), lease.token(), Duration.ofHours(9)))
                .orThrow();

        assertThat(renewed.expiresAt()).isAfter(lease.expiresAt());
        assertThat(renewed.token()).isEqualTo(lease.token());
    }

    @Test
    void returnShouldPutItBackAtItsOldPlace() {
        Interaction stored = submit("{'queue':'billing'}");
        Instant placed = load(stored.id()).standing().placedInQueueAt();
        Lease lease = pull("anna", 1).get(0);

        run(new Return(target(lease), lease.token(), Duration.ZERO, "not mine"));

        assertThat(state(stored.id())).isEqualTo(State.QUEUED);
        assertThat(load(stored.id()).standing().placedInQueueAt()).isEqualTo(placed);
        assertThat(reasons(stored.id())).contains("not mine");
    }

    @Test
    void holdShouldTakeItFromItsClient() {
        submit("{'queue':'billing'}");
        Lease lease = pull("anna", 1).get(0);

        run(new Hold(target(lease), null, OPERATOR));

        assertThat(state(lease.interaction().id())).isEqualTo(State.HELD);
        assertThat(refusal(run(new Complete(target(lease), lease.token(), "completed", null))))
                .isEqualTo(Code.LEASE_LOST);
    }

    @Test
    void holdShouldDoNothingWhenItIsHeld() {
        Interaction stored = submit("{'queue':'billing'}");
        run(new Hold(target(stored), null, OPERATOR));
        run(new Hold(target(stored), null, OPERATOR));

        assertThat(types(stored.id())).containsOnlyOnce("serai.interaction.held");
    }

    @Test
    void resumeShouldQueueWhatIsHeldAndLeaveTheRest() {
        Interaction held = submit("{'queue':'billing'}");
        run(new Hold(target(held), null, OPERATOR));
        Interaction queued = submit("{'queue':'billing'}");

        run(new Resume(target(held), OPERATOR));
        run(new Resume(target(queued), OPERATOR));

        assertThat(state(held.id())).isEqualTo(State.QUEUED);
        assertThat(types(queued.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void moveShouldPlaceItAnewAndKeepItHeld() {
        Interaction stored = submit("{'queue':'billing'}");
        run(new Hold(target(stored), null, OPERATOR));

        Interaction moved =
                run(new Move(target(stored), GENERAL, QUEUES, OPERATOR)).orThrow();

        assertThat(moved.standing().queue()).isEqualTo(GENERAL);
        assertThat(moved.standing().state()).isEqualTo(State.HELD);
        assertThat(moved.standing().placement()).isEqualTo(2);
    }

    @Test
    void moveShouldBeRefusedWhenTheQueueIsUndeclared() {
        Interaction stored = submit("{'queue':'billing'}");

        assertThat(refusal(run(new Move(target(stored), QueueName.of("nowhere"), QUEUES, OPERATOR))))
                .isEqualTo(Code.UNDECLARED_QUEUE);
    }

    @Test
    void moveShouldTakeItOutOfQuarantine() {
        Interaction stored = quarantined();

        run(new Move(target(stored), GENERAL, QUEUES, OPERATOR));

        assertThat(state(stored.id())).isEqualTo(State.QUEUED);
        assertThat(store.read(tx -> tx.quarantine().load("default", stored.id()))
                        .isPresent())
                .isFalse();
    }

    @Test
    void retryShouldSendItBackToTheStageThatFailed() {
        Interaction stored = quarantined();

        Interaction again =
                run(new Retry(target(stored), null, QUEUES, OPERATOR)).orThrow();

        assertThat(again.standing().queue()).isEqualTo(QueueName.of("unrouted"));
    }

    @Test
    void retryShouldBeRefusedWhenItIsNotInQuarantine() {
        Interaction stored = submit("{'queue':'billing'}");

        assertThat(refusal(run(new Retry(target(stored), null, QUEUES, OPERATOR))))
                .isEqualTo(Code.WRONG_STATE);
    }

    @Test
    void quarantinedShouldRefuseHoldAndResumeAndTakeStop() {
        Interaction stored = quarantined();

        assertThat(refusal(run(new Hold(target(stored), null, OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new Resume(target(stored), OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        run(new Stop(target(stored), "spam", OPERATOR));
        assertThat(state(stored.id())).isEqualTo(State.STOPPED);
        List<?> groups = store.read(tx -> tx.quarantine().groups());
        assertThat(groups).isEmpty();
    }

    @Test
    void stoppedShouldRefuseEverythingButStop() {
        Interaction stored = submit("{'queue':'billing'}");
        run(new Stop(target(stored), "cancelled", OPERATOR));

        assertThat(refusal(run(new Hold(target(stored), null, OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new Resume(target(stored), OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new Move(target(stored), GENERAL, QUEUES, OPERATOR))))
                .isEqualTo(Code.WRONG_STATE);
        assertThat(run(new Stop(target(stored), "spam", OPERATOR))
                        .orThrow()
                        .standing()
                        .stopReason())
                .isEqualTo("cancelled");
    }

    @Test
    void anUnknownInteractionShouldBeNotFound() {
        Target nobody = new Target("default", InteractionId.next(Clock.systemUTC()));

        assertThat(refusal(run(new Hold(nobody, null, OPERATOR)))).isEqualTo(Code.NOT_FOUND);
        assertThat(refusal(run(new Stop(nobody, "spam", OPERATOR)))).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void changeShouldMergeUserDataAndRaiseTheVersion() {
        Interaction stored = submit("{'queue':'billing','userData':{'a':'1','b':'2'}}");

        Interaction after = run(change(stored, "{'priority':5,'language':'fr','userData':{'a':null,'c':3}}"))
                .orThrow();

        assertThat(after.userData()).containsOnly(Map.entry("b", "2"), Map.entry("c", 3));
        assertThat(after.standing().priority()).isEqualTo(5);
        assertThat(after.language()).isEqualTo("fr");
        assertThat(after.version()).isEqualTo(stored.version() + 1);
    }

    @Test
    void changeShouldBeRefusedWhenTheVersionIsOld() {
        Interaction stored = submit("{'queue':'billing'}");
        run(change(stored, "{'userData':{'a':'1'}}"));

        assertThat(refusal(run(change(stored, "{'userData':{'a':'2'}}")))).isEqualTo(Code.VERSION_MISMATCH);
        assertThat(load(stored.id()).userData()).containsEntry("a", "1");
    }

    @Test
    void changeShouldRefuseFieldsThatOperationsChange() {
        assertThatThrownBy(() -> ChangeRequest.read(fields("{'queue':'general'}")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().faults().get(0).pointer())
                                .isEqualTo("/queue"));
    }

    @Test
    void anOperationShouldHappenOnceWhenItsKeyComesTwice() {
        Outcome.Done<JsonNode> first = done(run(keyed(submission("{'queue':'billing'}"), "k1", "a")));
        Outcome.Done<JsonNode> again = done(run(keyed(submission("{'queue':'billing'}"), "k1", "a")));

        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(pull("anna", 10)).hasSize(1);
    }

    @Test
    void anOperationShouldBeRefusedWhenItsKeyWasUsedForAnother() {
        run(keyed(submission("{'queue':'billing'}"), "k1", "a"));

        assertThat(refusal(run(keyed(submission("{'queue':'general'}"), "k1", "b"))))
                .isEqualTo(Code.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void aRefusalShouldNotBeRemembered() {
        Interaction stored = submit("{'queue':'billing'}");
        run(keyedMove(stored, "nowhere"));

        assertThat(run(keyedMove(stored, "general"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneInteractionShouldBeBornWhenTheSameKeyComesManyTimesAtOnce() {
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(i -> operations.run(keyed(submission("{'queue':'billing'}"), "k1", "a")))
                .toList()
                .stream()
                .map(future -> done(future.join()).value().asText())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(pull("anna", 100)).hasSize(1);
    }

    @Test
    void oneBatchShouldBeGivenWhenTheSamePullComesManyTimesAtOnce() {
        IntStream.range(0, 40).forEach(i -> submit("{'queue':'billing'}"));

        List<List<String>> batches = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> operations.pull(keyedPull("k1")).orThrow().stream()
                        .map(Lease::token)
                        .toList())
                .distinct()
                .toList();

        assertThat(batches).hasSize(1);
        assertThat(pull("bert", 100)).hasSize(40 - batches.get(0).size());
    }

    @Test
    void replyShouldBearTheOutboundAndCompleteTheInboundTogether() {
        Lease lease = pulledMail();

        Interaction outbound = run(reply(lease, true)).orThrow();

        assertThat(outbound.origin().subtype()).isEqualTo("OutboundReply");
        assertThat(outbound.origin().parentId()).isEqualTo(lease.interaction().id());
        assertThat(outbound.content().subject()).isEqualTo("Re: The lamp");
        assertThat(outbound.content().to()).extracting(Party::address).containsExactly("jo@example.org");
        assertThat(load(lease.interaction().id()).standing().stopReason()).isEqualTo("answered");
    }

    @Test
    void replyShouldLeaveTheInboundWithItsClientWhenItDoesNotComplete() {
        Lease lease = pulledMail();

        run(reply(lease, false)).orThrow();

        assertThat(state(lease.interaction().id())).isEqualTo(State.ASSIGNED);
        assertThat(run(new Complete(target(lease), lease.token(), "completed", null)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nothingShouldBeBornWhenTheTokenOfAReplyIsOld() {
        Lease lease = pulledMail();
        run(new Return(target(lease), lease.token(), Duration.ZERO, null));

        assertThat(refusal(run(reply(lease, true)))).isEqualTo(Code.LEASE_LOST);
        assertThat(outbounds()).isEmpty();
    }

    @Test
    void oneReplyShouldBeBornWhenItsKeyComesManyTimesAtOnce() {
        Lease lease = pulledMail();

        List<String> ids = IntStream.range(0, 8).mapToObj(i -> operations.run(keyedReply(lease))).toList().stream()
                .map(future -> done(future.join()).value().asText())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(outbounds()).hasSize(1);
    }

    @Test
    void aFailedDispatchShouldBeTriedAgainOutOfQuarantine() {
        Interaction outbound = dispatched(DispatchRow.State.FAILED);

        Interaction again = run(new RetryDispatch(target(outbound), OPERATOR)).orThrow();

        assertThat(again.standing().queue()).isEqualTo(QueueDefinition.DISPATCH);
        assertThat(again.standing().state()).isEqualTo(State.QUEUED);
        assertThat(dispatch(outbound)).isEqualTo(DispatchRow.State.PENDING);
    }

    @Test
    void aSentDispatchShouldNeitherBeTriedAgainNorCancelled() {
        Interaction outbound = dispatched(DispatchRow.State.SENT);

        assertThat(refusal(run(new RetryDispatch(target(outbound), OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new CancelDispatch(target(outbound), OPERATOR)))).isEqualTo(Code.WRONG_STATE);
    }

    @Test
    void anUncertainDispatchShouldBeCancelledWithItsInteraction() {
        Interaction outbound = dispatched(DispatchRow.State.UNCERTAIN);

        run(new CancelDispatch(target(outbound), OPERATOR)).orThrow();

        assertThat(dispatch(outbound)).isEqualTo(DispatchRow.State.CANCELLED);
        assertThat(state(outbound.id())).isEqualTo(State.STOPPED);
        assertThat(types(outbound.id())).contains("serai.dispatch.cancelled");
    }

    private Lease pulledMail() {
        submit("{'queue':'billing','subject':'The lamp','from':'jo@example.org'}");
        return pull("anna", 1).get(0);
    }

    private Reply reply(Lease lease, boolean complete) {
        ReplyRequest request =
                ReplyRequest.read(fields("{'token':'" + lease.token() + "','text':'Use the other bulb'}"));
        Interaction parent = load(lease.interaction().id());
        Playbook playbook = Playbook.of(GENERATION, Settings.of(Map.of()));
        OutboundDraft draft = new ReplyDrafts(
                        playbook,
                        nothing -> {
                            throw new AssertionError("no file is asked for");
                        },
                        Instant.now())
                .of(parent, request)
                .draft();
        PreparedOutbound outbound = new Outbox(
                        spool, Clock.systemUTC(), ThreadTokens.of("0123456789abcdef"), OwnAddresses::only)
                .prepare(parent, draft, null);
        return new Reply(target(lease), lease.token(), outbound, Reply.Way.REPLY, complete);
    }

    private Unit<Outcome<JsonNode>> keyedReply(Lease lease) {
        Reply reply = reply(lease, true);
        Unit<Outcome<JsonNode>> answering = tx -> reply.apply(tx).map(born -> Json.MAPPER.valueToTree(born.id()));
        return new Idempotent<>(answering, DeliveryKey.of("default", "rest", "reply", "same"), Answers.JSON);
    }

    private List<Interaction> outbounds() {
        return store.read(
                tx -> tx.interactions().find("default", InteractionFilter.all().type("Outbound")));
    }

    /** An outbound interaction whose dispatch has come that far. */
    private Interaction dispatched(DispatchRow.State state) {
        Interaction outbound = submit("{'queue':'unrouted','type':'Outbound'}");
        return store.writeNow(tx -> {
            DispatchRow pending = DispatchRow.pending(
                    "default",
                    outbound.id(),
                    AccountName.of("default"),
                    "<m@x>",
                    "",
                    "",
                    List.of("jo@example.org"),
                    tx.now());
            tx.dispatches().insert(pending.to(state, "550 no", tx.now()));
            WorkChange change =
                    new WorkChange(tx, tx.work().lock("default", outbound.id()).orElseThrow(), By.of("test"));
            if (state == DispatchRow.State.FAILED) {
                change.quarantine(new Cause("dispatch", "refused", "550 no", QueueDefinition.DISPATCH));
            } else {
                change.place(QueueDefinition.DISPATCH, Instant.parse("9999-01-01T00:00:00Z"));
            }
            return outbound;
        });
    }

    private DispatchRow.State dispatch(Interaction outbound) {
        return store.read(tx -> tx.dispatches().load("default", outbound.id()))
                .orElseThrow()
                .state();
    }

    private Interaction quarantined() {
        Interaction stored = submit("{'queue':'billing'}");
        store.writeNow(tx -> new WorkChange(
                        tx, tx.work().lock("default", stored.id()).orElseThrow(), By.of("test"))
                .quarantine(new Cause("strategy", "strategy-failed", "it failed", QueueName.of("unrouted"))));
        return stored;
    }

    private Unit<Outcome<JsonNode>> keyed(Submit submit, String key, String body) {
        Unit<Outcome<JsonNode>> answering = tx -> submit.apply(tx)
                .map(done -> Json.MAPPER.valueToTree(done.interaction().id()));
        return new Idempotent<>(answering, DeliveryKey.of("default", "rest", key, body), Answers.JSON);
    }

    private Unit<Outcome<JsonNode>> keyedMove(Interaction stored, String queue) {
        Unit<Outcome<JsonNode>> answering = tx -> new Move(target(stored), QueueName.of(queue), QUEUES, OPERATOR)
                .apply(tx)
                .map(done -> Json.MAPPER.valueToTree(done.id()));
        return new Idempotent<>(answering, DeliveryKey.of("default", "rest", "move", queue), Answers.JSON);
    }

    private Unit<Outcome<List<Lease>>> keyedPull(String key) {
        PullRequest request = new PullRequest("default", BILLING, 2, Duration.ofMinutes(5), "anna");
        return new Idempotent<>(
                new Pull(request, QUEUES), DeliveryKey.of("default", "rest", key, "pull"), new PulledBatch());
    }

    private Change change(Interaction stored, String json) {
        return new Change(target(stored), stored.version(), ChangeRequest.read(fields(json)), OPERATOR);
    }

    private Interaction submit(String json) {
        return run(submission(json)).orThrow().interaction();
    }

    private static Submit submission(String json) {
        return Submit.of(
                request(json),
                SubmitDefaults.REST,
                QUEUES,
                OwnAddresses.only("support@example.com"),
                Clock.systemUTC());
    }

    private static SubmitRequest request(String json) {
        return SubmitRequest.read(fields(json));
    }

    private static JsonFields fields(String json) {
        return JsonFields.parse(json.replace('\'', '"'));
    }

    private List<Lease> pull(String worker, int max) {
        PullRequest request = new PullRequest("default", BILLING, max, Duration.ofMinutes(5), worker);
        return operations.pull(new Pull(request, QUEUES)).orThrow();
    }

    private <T> Outcome<T> run(Unit<Outcome<T>> operation) {
        return operations.run(operation).join();
    }

    private static <T> Outcome.Done<T> done(Outcome<T> outcome) {
        return (Outcome.Done<T>) outcome;
    }

    private static Code refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }

    private static Target target(Interaction stored) {
        return new Target("default", stored.id());
    }

    private static Target target(Lease lease) {
        return target(lease.interaction());
    }

    private Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load("default", id)).orElseThrow();
    }

    private State state(InteractionId id) {
        return load(id).standing().state();
    }

    private List<String> types(InteractionId id) {
        return store.read(tx -> tx.events().timeline("default", id)).stream()
                .map(event -> event.type())
                .toList();
    }

    private List<String> reasons(InteractionId id) {
        return store.read(tx -> tx.events().timeline("default", id)).stream()
                .map(event -> event.reason())
                .toList();
    }
}
