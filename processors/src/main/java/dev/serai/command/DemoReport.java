package dev.serai.command;

import dev.serai.demo.DemoResult;
import dev.serai.strategy.Decision;
import dev.serai.trial.TrialReport;
import java.io.PrintWriter;
import java.util.List;

/** The demo's result as a person reads it: where each mail went and why, what was sent. */
final class DemoReport {
    private DemoReport() {}

    static void print(DemoResult result, PrintWriter out) {
        out.println();
        out.println("WHERE EACH MAIL WENT");
        result.messages().forEach(message -> message(message, out));
        out.println();
        out.println("WHAT WAS SENT");
        result.sent().forEach(subject -> out.println("  " + subject));
        out.println();
        out.printf(
                "%d received = %d queued + %d stopped + %d quarantined; %d sent, %d failed; %.1f s%n%n",
                result.received(),
                result.queued(),
                result.stopped(),
                result.quarantined(),
                result.dispatched(),
                result.failed(),
                result.millis() / 1000.0);
    }

    private static void message(TrialReport message, PrintWriter out) {
        String where = message.queue() == null ? message.outcome() : message.outcome() + " in " + message.queue();
        out.printf("  %-32s %s%n", message.file().replace("samples/", ""), where + answered(message));
        out.printf("  %-32s   because %s%n", "", because(message));
    }

    private static String answered(TrialReport message) {
        return message.replies().isEmpty()
                ? ""
                : ", " + message.replies().get(0).kind() + " in "
                        + message.replies().get(0).language();
    }

    private static String because(TrialReport message) {
        List<Decision.Step> steps = message.decisions();
        if (message.isQuarantined() || steps.isEmpty()) {
            return String.valueOf(message.reason());
        }
        Decision.Step last = steps.get(steps.size() - 1);
        String rules = message.rules().isEmpty() ? "" : "; rules " + String.join(", ", message.rules());
        return last.because() + " (" + last.step() + ")" + rules;
    }
}
