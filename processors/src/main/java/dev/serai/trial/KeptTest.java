package dev.serai.trial;

import dev.serai.interaction.PointName;
import dev.serai.scaffold.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report as a test: the decision, not every word of the mail. */
record KeptTest(TrialReport report, Optional<PointName> point) {

    /** A sentence that no other test of the file has. */
    String name(List<String> taken) {
        String subject = Optional.ofNullable(report.subject())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(report.file());
        String short60 = subject.length() > 60 ? subject.substring(0, 60).strip() + "…" : subject;
        String sentence = short60 + (report.queue() == null ? " is " + report.outcome() : " goes to " + report.queue());
        String name = sentence;
        for (int number = 2; taken.contains(name); number++) {
            name = sentence + " (" + number + ")";
        }
        return name;
    }

    List<String> lines(String name, String mail) {
        List<String> lines = new ArrayList<>();
        lines.add("name: " + Yaml.text(name));
        lines.add("mail: " + Yaml.text(mail));
        point.ifPresent(found -> lines.add("point: " + found));
        lines.add("expect:");
        lines.add("  outcome: " + report.outcome());
        if (!report.kind().equals("message")) {
            lines.add("  kind: " + report.kind());
        }
        if (report.queue() != null) {
            lines.add("  queue: " + report.queue());
        }
        lines.add("  priority: " + report.priority());
        if (!report.outcome().equals("queued") && report.reason() != null) {
            lines.add("  reason: " + Yaml.text(report.reason()));
        }
        lines.add("  rules: [" + report.rules().stream().map(Yaml::text).collect(Collectors.joining(", ")) + "]");
        lines.add("  replies: ["
                + report.replies().stream().map(KeptTest::reply).collect(Collectors.joining(", ")) + "]");
        return lines;
    }

    private static String reply(TrialReport.Reply reply) {
        String language = reply.language() == null ? "" : ", language: " + reply.language();
        String response = reply.response() == null ? "" : ", response: " + Yaml.text(reply.response());
        return "{kind: " + reply.kind() + response + language + "}";
    }
}
