package dev.serai.screening;

import java.util.List;

/**
 * The rules of one file.
 *
 * @param name the file's name up to the first dot
 * @param file the path of the file
 */
public record RuleGroup(String name, String file, String description, List<RuleSummary> rules) {

    public RuleGroup {
        rules = List.copyOf(rules);
    }
}
