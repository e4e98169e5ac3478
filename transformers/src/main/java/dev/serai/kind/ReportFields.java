package dev.serai.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One group of fields of a machine-readable report (RFC 3464 section 2.1): names lower-case, the first of a name counts. */
final class ReportFields {
    private static final Set<String> RECIPIENTS = Set.of(
            "final-recipient", "original-recipient", "x-actual-recipient", "action", "status", "diagnostic-code");
    private static final int GROUPS = 2_000;

    private final Map<String, String> fields = new LinkedHashMap<>();

    private ReportFields() {}

    /**
     * The groups of a report. Empty lines separate them; servers also leave them out, so a second recipient begins a
     * group, or write them within a group, so that fields without a recipient belong to the recipient before.
     */
    static List<ReportFields> parse(String report) {
        List<ReportFields> groups = new ArrayList<>();
        for (String block : report.replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n", -1)) {
            groups.add(new ReportFields());
            block.replaceAll("\n[ \t]+", " ").lines().forEach(line -> add(groups, line));
            join(groups);
            if (groups.size() > GROUPS) {
                break;
            }
        }
        return groups;
    }

    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    /** Whether it speaks of a recipient. */
    boolean hasRecipient() {
        return fields.containsKey("final-recipient")
                || fields.containsKey("original-recipient")
                || fields.containsKey("x-actual-recipient");
    }

    private static void add(List<ReportFields> groups, String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 80) {
            return;
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        ReportFields group = groups.get(groups.size() - 1);
        boolean recipient = name.equals("final-recipient") || name.equals("original-recipient");
        if (recipient && group.fields.containsKey(name)) {
            group = new ReportFields();
            groups.add(group);
        }
        group.fields.putIfAbsent(name, line.substring(colon + 1).strip());
    }

    /** Takes the last group into the one before where it only goes on with its recipient. */
    private static void join(List<ReportFields> groups) {
        ReportFields last = groups.remove(groups.size() - 1);
        if (!groups.isEmpty() && groups.get(groups.size() - 1).isContinuedBy(last)) {
            groups.get(groups.size() - 1).fields.putAll(last.fields);
        } else if (!last.fields.isEmpty()) {
            groups.add(last);
        }
    }

    private boolean isContinuedBy(ReportFields next) {
        return hasRecipient()
                && !next.hasRecipient()
                && next.fields.keySet().stream().noneMatch(fields::containsKey)
                && next.fields.keySet().stream().anyMatch(RECIPIENTS::contains);
    }
}
