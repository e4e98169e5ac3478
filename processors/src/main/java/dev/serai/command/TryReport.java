package dev.serai.command;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Party;
import dev.serai.screening.RuleResult;
import dev.serai.strategy.Decision;
import dev.serai.trial.TrialReport;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A dry run as a person reads it. */
final class TryReport {
    private TryReport() {}

    static void print(TrialReport report, PrintWriter out) {
        out.println(report.file() + "  ->  " + headline(report));
        line(out, "Subject", report.subject());
        line(out, "From", name(report.from()));
        line(out, "Kind", report.kind() + ": " + report.kindReason());
        line(out, "Language", report.language());
        report.transformers().stream()
                .filter(one -> !one.result().equals("unchanged"))
                .forEach(one -> line(out, "Transformer", one.name() + " " + one.result() + ": " + one.reason()));
        report.attachments().forEach(one -> line(out, "Attachment", attachment(one)));
        report.screening().stream()
                .filter(RuleResult::matched)
                .forEach(one -> line(out, "Rule", one.rule() + values(one)));
        report.decisions().forEach(step -> step(out, step));
        report.replies().forEach(reply -> reply(out, reply));
        report.warnings().forEach(warning -> line(out, "Warning", warning));
        out.println();
    }

    private static void reply(PrintWriter out, TrialReport.Reply reply) {
        line(
                out,
                "Reply",
                reply.kind() + " to " + reply.to() + " by " + reply.response() + " (" + reply.language() + "): "
                        + reply.subject());
        reply.transformers().stream()
                .filter(one -> !one.result().equals("unchanged"))
                .forEach(one -> line(out, "", one.name() + " " + one.result() + ": " + one.reason()));
    }

    private static String headline(TrialReport report) {
        return switch (report.outcome()) {
            case "queued" -> "queued in " + report.queue() + ", priority " + report.priority();
            case "held" -> "held in " + report.queue() + ": " + report.reason();
            case "stopped" -> "stopped: " + report.reason();
            default -> "QUARANTINED: " + report.reason();
        };
    }

    private static void step(PrintWriter out, Decision.Step step) {
        line(out, "Step", step.step() + " (" + step.file() + ")");
        line(out, "", "because  " + step.because());
        line(out, "", "effect   " + step.effect());
    }

    private static void line(PrintWriter out, String label, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.println("  " + label + " ".repeat(Math.max(1, 13 - label.length())) + text);
        }
    }

    private static String name(@Nullable Party party) {
        if (party == null) {
            return "nobody that could be read";
        }
        return party.name() == null ? party.address() : party.name() + " <" + party.address() + ">";
    }

    private static String attachment(AttachmentInfo one) {
        return one.name() + "  " + one.contentType() + "  " + one.size() + " bytes" + (one.inline() ? ", inline" : "");
    }

    private static String values(RuleResult rule) {
        return rule.values().isEmpty()
                ? ""
                : rule.values().entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue())
                        .collect(Collectors.joining(", ", "  (", ")"));
    }
}
