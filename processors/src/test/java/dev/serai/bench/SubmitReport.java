package dev.serai.bench;

import java.util.Locale;

/**
 * Submits over REST beside what the same PostgreSQL commits alone, in one run.
 *
 * @param ratio submits for each bare commit
 * @param hubMillis processor time of the hub for each submit
 * @param databaseMillis processor time of PostgreSQL for each submit
 * @param statements and transactions of PostgreSQL for each submit
 */
record SubmitReport(
        int clients,
        Latencies bare,
        Latencies rest,
        double ratio,
        double hubMillis,
        double databaseMillis,
        double statements,
        double transactions,
        long stored) {

    String table() {
        return String.format(
                Locale.ROOT,
                """
                %d clients at once, each asking again when it is answered
                  bare commits of one row    %s
                  submits over REST          %s
                  submits for a bare commit  %7.2f
                  processor time a submit    %7.2f ms of the hub, %.2f ms of PostgreSQL
                  a submit in PostgreSQL     %7.2f statements, %.3f transactions
                  stored                     %7d interactions, each answered once
                """,
                clients,
                bare,
                rest,
                ratio,
                hubMillis,
                databaseMillis,
                statements,
                transactions,
                stored);
    }
}
