package dev.serai.strategy;

import dev.serai.files.StepDefinition;
import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.screening.RuleResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One run of a strategy: what it decides on and by, and the decision as far as it has come. */
public final class StrategyRun {
    /** The exchange property that carries the run through kamelets and other routes. */
    static final String PROPERTY = "SeraiRun";

    private final Interaction interaction;
    private final @Nullable StrategyReply reply;
    private final @Nullable Written written;
    private final Playbook playbook;
    private final Instant now;
    private final List<Decision.Step> steps = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Object> data = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<OutboundDraft> replies = Collections.synchronizedList(new ArrayList<>());
    private final List<Suppressed> suppressed = Collections.synchronizedList(new ArrayList<>());
    private final List<RuleResult> screening = Collections.synchronizedList(new ArrayList<>());
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private volatile @Nullable Integer priority;
    private volatile @Nullable Ending ending;

    StrategyRun(Matter matter, Playbook playbook, Instant now) {
        this.interaction = matter.interaction();
        Interaction woken = matter.reply();
        this.reply = woken == null ? null : new StrategyReply(woken);
        this.written = matter.written();
        this.playbook = playbook;
        this.now = now;
    }

    Interaction interaction() {
        return interaction;
    }

    @Nullable
    StrategyReply reply() {
        return reply;
    }

    /** What is known of an outbound mail; null where the hub did not compose it. */
    @Nullable
    Written written() {
        return written;
    }

    Playbook playbook() {
        return playbook;
    }

    /** The addresses that are ours where its tenant is concerned. */
    TenantAddresses ours() {
        return playbook.ownAddresses().to(interaction.tenant());
    }

    Instant now() {
        return now;
    }

    int priority() {
        Integer changed = priority;
        return changed == null ? interaction.standing().priority() : changed;
    }

    void priority(int value) {
        priority = Math.max(0, Math.min(100, value));
    }

    /** User data as they would be after the run so far. */
    Map<String, Object> userData() {
        Map<String, Object> merged = new LinkedHashMap<>(interaction.userData());
        merged.putAll(data);
        return Collections.unmodifiableMap(merged);
    }

    void attach(String key, Object value) {
        data.put(key, value);
    }

    void screened(List<RuleResult> results) {
        screening.addAll(results);
    }

    /** The rules that matched so far, each once. */
    List<String> matchedRules() {
        return List.copyOf(screening).stream()
                .filter(RuleResult::matched)
                .map(RuleResult::rule)
                .distinct()
                .toList();
    }

    /** Counts how often the run comes by a step that asks outside: 1 for the first time. */
    int asked(String step) {
        return asked.merge(step, 1, Integer::sum);
    }

    void reply(OutboundDraft draft) {
        replies.add(draft);
    }

    /** Whether the decision passes the mail on to an address already. */
    boolean isPassedOnTo(Party to) {
        return replies.stream()
                .filter(draft -> draft.passing() != null)
                .flatMap(draft -> draft.to().stream())
                .anyMatch(other -> other.address().equalsIgnoreCase(to.address()));
    }

    void suppress(Suppressed reply) {
        suppressed.add(reply);
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    /** Records what a step did. */
    void did(StepDefinition step, String effect) {
        steps.add(new Decision.Step(
                step.id(), step.because(), effect, step.place().toString()));
    }

    /** The first ending counts; it ends the route. */
    void end(Ending first) {
        if (ending == null) {
            ending = first;
        }
    }

    Decision decision() {
        return new Decision(
                List.copyOf(steps),
                Map.copyOf(data),
                priority,
                List.copyOf(replies),
                List.copyOf(suppressed),
                List.copyOf(screening),
                ending,
                List.copyOf(warnings));
    }
}
