package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hub's state in one sentence, and what a person has to do.
 *
 * @param level `ok`, `note` (nothing is wrong, something is worth knowing) or `red` (somebody is needed)
 */
record Verdict(String level, String headline, List<Need> needs) {
    static final String OK = "ok";
    static final String NOTE = "note";
    static final String RED = "red";

    /**
     * One thing that needs somebody or is worth knowing.
     *
     * @param text what it is
     * @param advice what to do about it
     * @param where the section of the page that shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Need(String level, String text, @Nullable String advice, String where) {
        static Need red(String text, @Nullable String advice, String where) {
            return new Need(RED, text, advice, where);
        }

        static Need note(String text, @Nullable String advice, String where) {
            return new Need(NOTE, text, advice, where);
        }
    }

    static Verdict of(List<Need> needs) {
        List<Need> ordered = new ArrayList<>(needs);
        ordered.sort((one, other) ->
                Boolean.compare(other.level().equals(RED), one.level().equals(RED)));
        long red = needs.stream().filter(need -> need.level().equals(RED)).count();
        if (red > 0) {
            return new Verdict(RED, Words.count(red, "thing needs you", "things need you"), ordered);
        }
        return needs.isEmpty()
                ? new Verdict(OK, "All is well", List.of())
                : new Verdict(
                        NOTE, "All is well, " + Words.count(needs.size(), "thing to know", "things to know"), ordered);
    }
}
