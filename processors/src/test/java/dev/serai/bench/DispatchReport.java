package dev.serai.bench;

import java.util.List;
import java.util.Locale;

/**
 * All that was measured in one go, so that ratios hold on a machine that others use too.
 *
 * @param sourcePerSecond mails a second that `smtp-source` sends to the same server
 */
record DispatchReport(int mails, String size, int connections, double sourcePerSecond, List<DispatchFigures> runs) {

    String table() {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, """
                %d mails of %s, %d connections
                smtp-source to the same smtp-sink  %8.0f a second, nothing stored
                """, mails, size, connections, sourcePerSecond));
        runs.forEach(run -> text.append(run.table(sourcePerSecond)));
        return text.toString();
    }
}
