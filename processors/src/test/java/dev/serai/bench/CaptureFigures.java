package dev.serai.bench;

import java.util.List;

/**
 * What one run of a hub showed.
 *
 * @param options of its JVM; empty for what a user gets
 * @param capturedPerSecond mails a second from the first ledger row to the last, with everything behind it running
 * @param queuedPerSecond mails a second from the first ledger row until the last waits in the client queue
 * @param hubMillisPerMail processor time of the hub for a mail on its whole way, in the second half, when all is compiled
 * @param databaseMillisPerMail processor time of PostgreSQL for the same
 * @param statementsPerMail that PostgreSQL executed for a mail on its whole way
 * @param liveMegabytes alive on the heap when 25, 50, 75 and 100 of 100 mails were in the ledger
 * @param residentMegabytes of the process at the same moments
 * @param peakMegabytes the most that any garbage collection left
 */
record CaptureFigures(
        String options,
        double toReadySeconds,
        double capturedPerSecond,
        double queuedPerSecond,
        double hubMillisPerMail,
        double databaseMillisPerMail,
        double statementsPerMail,
        double transactionsPerMail,
        List<Long> liveMegabytes,
        List<Long> residentMegabytes,
        long peakMegabytes) {}
