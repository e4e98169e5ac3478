package dev.serai.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.interaction.OutboundDraft;
import dev.serai.screening.RuleResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one strategy run wants. Nothing of it is done yet.
 *
 * @param steps what each step did and why, in order
 * @param data user data to attach
 * @param priority the new priority, null to leave it
 * @param replies automatic mail to send
 * @param suppressed automatic mail that steps wanted and left out
 * @param screening what each rule found, in order
 * @param ending null when the route came to its end without one, which is a failure
 */
public record Decision(
        List<Step> steps,
        Map<String, Object> data,
        @Nullable Integer priority,
        List<OutboundDraft> replies,
        List<Suppressed> suppressed,
        List<RuleResult> screening,
        @Nullable Ending ending,
        List<String> warnings) {

    /**
     * One step of the route.
     *
     * @param step its id in the file
     * @param because under which condition it ran
     * @param effect what it did
     * @param file where it stands, with line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(String step, String because, String effect, String file) {}

    /** The names of the rules that matched, each once. */
    public List<String> matchedRules() {
        return screening.stream()
                .filter(RuleResult::matched)
                .map(RuleResult::rule)
                .distinct()
                .toList();
    }
}
