package dev.serai.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One group of fields of a machine-readable report (RFC 3464 section 2.1): names lower-case, the first of a name counts. */
final class ReportFields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private ReportFields() {}

    /** The groups of a report, which empty lines separate. */
    static List<ReportFields> parse(String report) {
        List<ReportFields> groups = new ArrayList<>();
        for (String block : report.replace("\r\n", "\n").split("\n[ \t]*\n", -1)) {
            ReportFields group = new ReportFields();
            block.replaceAll("\n[ \t]+", " ").lines().forEach(group::add);
            if (!group.fields.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            fields.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    /** A value without its type, for instance the address in {@code rfc822; jo@example.org}; without comments. */
    @Nullable
    String typed(String name) {
        String value = fields.get(name);
        return value == null
                ? null
                : value.substring(value.indexOf(';') + 1)
                        .replaceAll("\\([^()]*\\)", "")
                        .strip();
    }
}
