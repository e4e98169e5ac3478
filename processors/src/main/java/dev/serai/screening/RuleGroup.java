package dev.serai.screening;

import dev.serai.files.Belonging;
import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one file.
 *
 * @param name the file's name up to the first dot
 * @param file the path of the file
 * @param tenant whose interactions alone they are for; empty = all tenants'
 */
public record RuleGroup(
        String name, String file, String description, Optional<TenantName> tenant, List<RuleSummary> rules)
        implements Belonging {

    public RuleGroup {
        rules = List.copyOf(rules);
    }
}
