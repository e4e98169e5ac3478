package dev.serai.bench;

import java.util.Locale;

/**
 * What one run of a hub that only sends showed.
 *
 * @param name how it sent
 * @param perSecond mails a second from the first that was sent to the last
 * @param perSecondLater the same for the second half, when all is compiled
 * @param hubMillis processor time of the hub for a mail of the second half
 * @param databaseMillis processor time of PostgreSQL for the same
 * @param statements of PostgreSQL for a mail, all in all
 * @param transactions of PostgreSQL for a mail, all in all
 * @param statementMillis what executing the statements took for a mail, all in all
 * @param singleMillis from the commit of a mail that came alone, unknown to the hub, until it was sent, the median
 * @param longestSingleMillis the same of the slowest
 */
record DispatchFigures(
        String name,
        double perSecond,
        double perSecondLater,
        double hubMillis,
        double databaseMillis,
        double statements,
        double transactions,
        double statementMillis,
        long singleMillis,
        long longestSingleMillis) {

    String table(double sourcePerSecond) {
        return String.format(
                Locale.ROOT,
                """
                hub, %s
                  durable dispatches a second      %8.0f, in the second half %.0f
                  of what smtp-source sends        %8.2f, in the second half %.2f
                  processor time a mail            %8.2f ms of the hub, %.2f ms of PostgreSQL, in the second half
                  a mail in PostgreSQL             %8.2f statements, %.3f transactions, %.2f ms
                  a mail that comes alone          %8d ms until it was sent, %d at the most
                """,
                name,
                perSecond,
                perSecondLater,
                perSecond / sourcePerSecond,
                perSecondLater / sourcePerSecond,
                hubMillis,
                databaseMillis,
                statements,
                transactions,
                statementMillis,
                singleMillis,
                longestSingleMillis);
    }
}
