package dev.serai.strategy;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.interaction.TenantName;
import dev.serai.screening.RuleBook;
import dev.serai.screening.RuleResult;
import dev.serai.screening.ScreeningInput;
import dev.serai.screening.ScreeningResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs screening rules; the variable `rules` is then the list of those that matched, `findings` the same in words, and their
 * values are attached.
 */
final class ScreenAction extends Action {
    static final String VARIABLE = "rules";
    static final String FINDINGS = "findings";

    @Override
    void act(Step step) {
        List<String> selection = Arrays.stream(step.text("rules").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean stopAtFirst = Boolean.parseBoolean(step.text("stopAtFirst"));
        RuleBook rules = step.run().playbook().rules();
        TenantName tenant = TenantName.of(step.run().interaction().tenant());
        ScreeningResult result = rules.screen(selection, input(step), stopAtFirst, tenant);
        step.run().screened(result.rules());
        result.values().forEach(step.run()::attach);
        result.warnings().forEach(step.run()::warn);
        List<String> matched = result.matchedRules();
        step.exchange().setVariable(VARIABLE, matched);
        step.exchange()
                .setVariable(
                        FINDINGS,
                        result.rules().stream()
                                .filter(RuleResult::matched)
                                .map(ScreenAction::words)
                                .collect(Collectors.joining("; ")));
        step.did(effect(matched, result) + leftOut(rules.foreign(selection, tenant)));
    }

    /** The rule with what it found, such as `outgoing/card-number: Visa …1111`. */
    private static String words(RuleResult rule) {
        return rule.rule()
                + (rule.values().isEmpty()
                        ? ""
                        : ": " + String.join(", ", rule.values().values()));
    }

    private static String leftOut(int foreign) {
        return foreign == 0 ? "" : "; " + foreign + (foreign == 1 ? " rule" : " rules") + " of other tenants left out";
    }

    private static String effect(List<String> matched, ScreeningResult result) {
        if (matched.isEmpty()) {
            return "no rule of " + result.rules().size() + " matched";
        }
        StringBuilder effect = new StringBuilder("matched ").append(String.join(", ", matched));
        result.values()
                .forEach((key, value) ->
                        effect.append("; ").append(key).append(" = ").append(value));
        return effect.toString();
    }

    private static ScreeningInput input(Step step) {
        Interaction interaction = step.run().interaction();
        Content content = interaction.content();
        Map<String, String> data = new LinkedHashMap<>();
        step.run().userData().forEach((key, value) -> data.put(key, value.toString()));
        String instead = step.text("userData");
        return ScreeningInput.builder()
                .subject(content.subject())
                .body(instead.isEmpty() ? content.text() : data.getOrDefault(instead, ""))
                .newText(instead.isEmpty() ? content.newText() : null)
                .html(() -> html(step.run()))
                .attachments(content.attachments().stream()
                        .filter(file -> !file.inline())
                        .map(AttachmentInfo::name)
                        .toList())
                .header(content.headers())
                .addresses(Stream.concat(content.to().stream(), content.cc().stream())
                        .map(Party::address)
                        .toList())
                .userData(data)
                .language(interaction.language())
                .build();
    }

    /** Of outbound mail, whose text and HTML people write apart; what came in has its HTML's text as its body where it has no other. */
    private static @Nullable String html(StrategyRun run) {
        Written written = run.written();
        return written == null ? null : written.html().get();
    }
}
