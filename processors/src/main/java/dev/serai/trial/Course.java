package dev.serai.trial;

import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Standing;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import dev.serai.screening.RuleResult;
import dev.serai.store.ForeignQueueException;
import dev.serai.store.WorkChange;
import dev.serai.strategy.Decision;
import dev.serai.strategy.Ending;
import dev.serai.strategy.Matter;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.StrategyException;
import dev.serai.strategy.StrategyRunner;
import dev.serai.strategy.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of one interaction from its first queue through the strategies to the first client queue or ending. */
final class Course {
    private final StrategyRunner runner;
    private final Playbook playbook;
    private final Instant now;
    private final List<Decision.Step> steps = new ArrayList<>();
    private final List<RuleResult> screening = new ArrayList<>();
    private final List<OutboundDraft> replies = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Interaction interaction;
    private Wait waiting = Wait.NONE;
    private @Nullable Interaction reply;
    private @Nullable Written written;
    private String outcome = "queued";
    private @Nullable String reason;
    private @Nullable Instant until;
    private @Nullable AccountName sentBy;

    Course(StrategyRunner runner, Playbook playbook, Interaction first, Instant now) {
        this.runner = runner;
        this.playbook = playbook;
        this.interaction = first;
        this.now = now;
    }

    /**
     * As if it had waited before.
     *
     * @param by what ended the wait; null where that was nothing
     */
    Course after(Wait wait, @Nullable Interaction by) {
        waiting = wait;
        reply = by;
        return this;
    }

    /** As outbound mail, of which this is known. */
    Course written(@Nullable Written known) {
        written = known;
        return this;
    }

    /** Goes all the way. */
    Course run(QueueName first) {
        Optional<QueueName> next = enter(first);
        while (next.isPresent()) {
            next = decide(next.get());
        }
        return this;
    }

    Interaction interaction() {
        return interaction;
    }

    String outcome() {
        return outcome;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** Until when it would wait; null where it would not. */
    @Nullable
    Instant until() {
        return until;
    }

    /** The account that the step which sent it names; null where it names none. */
    @Nullable
    AccountName sentBy() {
        return sentBy;
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<Decision.Step> steps() {
        return steps;
    }

    List<RuleResult> screening() {
        return screening;
    }

    List<OutboundDraft> replies() {
        return replies;
    }

    List<String> warnings() {
        return warnings;
    }

    /** The queue to decide in, empty when it rests there. */
    private Optional<QueueName> enter(QueueName queue) {
        QueueDefinition declared = generation().queues().get(queue);
        if (declared == null) {
            return aside("queue '" + queue + "' is not declared in config/queues/");
        }
        if (!Belonging.may(interaction.tenant(), declared)) {
            return aside(ForeignQueueException.words(interaction.tenant(), queue));
        }
        int placement = interaction.standing().placement() + 1;
        interaction = with(
                interaction.userData(),
                standing(queue, placement, interaction.standing().priority()));
        if (placement > WorkChange.MAX_PLACEMENTS) {
            return aside("placed " + WorkChange.MAX_PLACEMENTS + " times: its strategies send it in a circle");
        }
        return declared.strategy() ? Optional.of(queue) : Optional.empty();
    }

    private Optional<QueueName> decide(QueueName queue) {
        Decision decision;
        try {
            decision = runner.run(queue, new Matter(interaction, reply, written), playbook, now);
        } catch (StrategyException failure) {
            return failed(queue, failure);
        }
        waiting = Wait.NONE;
        reply = null;
        take(decision);
        Ending ending = decision.ending();
        if (ending instanceof Ending.Place place) {
            return enter(place.queue());
        }
        end(ending);
        return Optional.empty();
    }

    private void take(Decision decision) {
        steps.addAll(decision.steps());
        screening.addAll(decision.screening());
        replies.addAll(decision.replies());
        warnings.addAll(decision.warnings());
        Map<String, Object> data = new LinkedHashMap<>(interaction.userData());
        data.putAll(decision.data());
        Standing before = interaction.standing();
        Integer changed = decision.priority();
        int priority = changed == null ? before.priority() : changed;
        interaction = with(data, standing(before.queue(), before.placement(), priority));
    }

    private void end(@Nullable Ending ending) {
        if (ending instanceof Ending.Hold hold) {
            outcome = "held";
            reason = hold.reason();
        } else if (ending instanceof Ending.Waiting wait) {
            outcome = "queued";
            until = wait.due(now);
            Standing before = interaction.standing();
            interaction =
                    with(interaction.userData(), standing(wait.queue(), before.placement() + 1, before.priority()));
        } else if (ending instanceof Ending.Stop stop) {
            stopped(stop.reason());
        } else if (ending instanceof Ending.Redirect) {
            stopped(Ending.Redirect.REASON);
        } else {
            sentBy = ending instanceof Ending.Send send ? send.account() : null;
            outcome = "queued";
            Standing before = interaction.standing();
            interaction = with(
                    interaction.userData(),
                    standing(QueueDefinition.DISPATCH, before.placement() + 1, before.priority()));
        }
    }

    private void stopped(String why) {
        outcome = "stopped";
        reason = why;
        Standing before = interaction.standing();
        interaction = with(interaction.userData(), standing(null, before.placement(), before.priority()));
    }

    private Optional<QueueName> failed(QueueName queue, StrategyException failure) {
        warnings.add(String.valueOf(failure.getMessage()));
        Optional<QueueName> onError =
                Optional.ofNullable(generation().queues().get(queue)).flatMap(QueueDefinition::onError);
        return onError.isPresent() ? enter(onError.get()) : aside(String.valueOf(failure.getMessage()));
    }

    private Optional<QueueName> aside(String why) {
        outcome = "quarantined";
        reason = why;
        return Optional.empty();
    }

    private Generation generation() {
        return playbook.generation();
    }

    private Interaction with(Map<String, Object> data, Standing standing) {
        return new Interaction(
                interaction.id(),
                interaction.tenant(),
                interaction.version(),
                interaction.origin(),
                interaction.content(),
                interaction.contact(),
                interaction.language(),
                data,
                standing);
    }

    private Standing standing(@Nullable QueueName queue, int placement, int priority) {
        return new Standing(
                State.ROUTING,
                queue,
                placement,
                1,
                priority,
                now,
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                waiting);
    }
}
