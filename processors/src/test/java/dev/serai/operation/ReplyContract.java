package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Settings;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.InteractionFilter;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.strategy.Playbook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients reply, and what became of the mail is steered. */
abstract class ReplyContract extends OperationContract {

    @TempDir
    private Path spool;

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
}
