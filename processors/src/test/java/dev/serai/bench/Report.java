package dev.serai.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All that was measured in one go, so that ratios hold on a machine that others use too.
 *
 * @param size of a mail
 * @param fetchedPerSecond mails a second that the mail server gives when nothing is done with them
 * @param insertedPerSecond mails a second whose rows the database takes when nothing else is done
 */
record Report(int mails, String size, double fetchedPerSecond, double insertedPerSecond, List<CaptureFigures> runs) {

    String table() {
        StringBuilder text = new StringBuilder();
        line(text, "%d mails of %s, mails a second", mails, size);
        line(text, "  %-44s %8.0f", "IMAP fetch alone, nothing stored", fetchedPerSecond);
        line(text, "  %-44s %8.0f", "PostgreSQL inserts alone, the same rows", insertedPerSecond);
        runs.forEach(run -> add(text, run));
        return text.toString();
    }

    private void add(StringBuilder text, CaptureFigures run) {
        line(text, "hub %s", run.options().isEmpty() ? "as it comes" : run.options());
        line(
                text,
                "  %-44s %8.0f   %.2f of the inserts, %.2f of the fetch",
                "into the ledger",
                run.capturedPerSecond(),
                run.capturedPerSecond() / insertedPerSecond,
                run.capturedPerSecond() / fetchedPerSecond);
        line(text, "  %-44s %8.0f", "through intake and strategy to the queue", run.queuedPerSecond());
        line(
                text,
                "  %-44s %8.2f and %.2f ms",
                "processor time a mail, hub and PostgreSQL",
                run.hubMillisPerMail(),
                run.databaseMillisPerMail());
        line(
                text,
                "  %-44s %8.2f and %.2f",
                "statements and transactions a mail",
                run.statementsPerMail(),
                run.transactionsPerMail());
        line(
                text,
                "  %-44s %s MB, peak %d MB",
                "heap alive at 25, 50, 75, 100 %",
                words(run.liveMegabytes()),
                run.peakMegabytes());
        line(text, "  %-44s %s MB", "resident at the same moments", words(run.residentMegabytes()));
        line(text, "  %-44s %8.1f s", "start to ready", run.toReadySeconds());
    }

    private static String words(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
