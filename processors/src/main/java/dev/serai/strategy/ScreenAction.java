package dev.serai.strategy;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.interaction.TenantName;
import dev.serai.screening.RuleBook;
import dev.serai.screening.ScreeningInput;
import dev.serai.screening.ScreeningResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs screening rules; the variable `rules` is then the list of those that matched, and their values are attached. */
final class ScreenAction extends Action {
    static final String VARIABLE = "rules";

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
        step.did(effect(matched, result) + leftOut(rules.foreign(selection, tenant)));
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
                .header(content.headers())
                .addresses(Stream.concat(content.to().stream(), content.cc().stream())
                        .map(Party::address)
                        .toList())
                .userData(data)
                .language(interaction.language())
                .build();
    }
}
