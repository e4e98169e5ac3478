package dev.serai.command;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.BounceInfo;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.Party;
import dev.serai.screening.RuleResult;
import dev.serai.strategy.Decision;
import dev.serai.trial.TrialReport;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dry run as a person reads it. */
final class TryReport {
    /** Characters of the text that are shown. */
    private static final int EXCERPT = 160;

    private TryReport() {}

    static void print(TrialReport report, PrintWriter out) {
        out.println(report.file() + "  ->  " + headline(report));
        line(out, "Subject", report.subject());
        line(out, "From", name(report.from()));
        line(out, "Kind", report.kind() + ": " + report.kindReason());
        bounce(out, report.bounce());
        thread(out, report);
        line(out, "Language", report.language());
        line(out, report.newText() == null ? "Text" : "New text", excerpt(report));
        report.transformers().stream()
                .filter(one -> !one.result().equals("unchanged"))
                .forEach(one -> line(out, "Transformer", transformed(one, !report.isQuarantined())));
        report.attachments().forEach(one -> line(out, "Attachment", attachment(one)));
        report.screening().stream()
                .filter(RuleResult::matched)
                .forEach(one -> line(out, "Rule", one.rule() + values(one)));
        report.decisions().forEach(step -> step(out, step));
        report.replies().forEach(reply -> reply(out, reply));
        line(out, "Leaves by", report.leaves() == null ? null : report.leaves().words());
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
                .forEach(one -> line(out, "", transformed(one, true)));
    }

    private static String transformed(TrialReport.Transformed one, boolean goesOn) {
        boolean failed = one.result().equals("failed");
        return one.name() + " " + one.result() + ": " + one.reason() + (failed && goesOn ? "; the mail goes on" : "");
    }

    private static void bounce(PrintWriter out, @Nullable BounceInfo bounce) {
        if (bounce == null) {
            return;
        }
        for (BounceInfo.Recipient one : bounce.recipients()) {
            String fate = Stream.of(one.address(), one.action(), one.status())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            line(out, "Recipient", fate + (one.diagnostic() == null ? "" : ": " + one.diagnostic()));
        }
        if (bounce.originalMessageId() != null) {
            line(out, "About", "the mail " + bounce.originalMessageId());
        }
    }

    /** Without a database nobody knows the mail that is answered. */
    private static void thread(PrintWriter out, TrialReport report) {
        if (report.inReplyTo() != null || !report.references().isEmpty()) {
            String answered = report.inReplyTo() == null
                    ? report.references().get(report.references().size() - 1)
                    : report.inReplyTo();
            line(out, "Thread", "a new one here, since `try` knows no stored mail; it answers " + answered);
        }
    }

    private static String excerpt(TrialReport report) {
        String text = report.newText() == null ? report.text() : report.newText();
        String words = text.strip().replaceAll("\\s+", " ");
        return words.length() <= EXCERPT ? words : CleanText.clipped(words, EXCERPT) + " …";
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

    /** A line of what a stranger wrote: nothing in it steers the terminal. */
    private static void line(PrintWriter out, String label, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            String shown = text.replaceAll("\\p{Cc}", " ");
            out.println("  " + label + " ".repeat(Math.max(1, 13 - label.length())) + shown);
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
