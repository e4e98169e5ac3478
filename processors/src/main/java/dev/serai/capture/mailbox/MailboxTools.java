package dev.serai.capture.mailbox;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;

/** What all mailboxes of the hub share. */
record MailboxTools(
        CapturePoints points, MailboxWorkers workers, ByteBudget budget, Spool spool, AngusSettings settings) {

    static MailboxTools of(CapturePoints points) {
        CaptureEnvironment environment = points.environment();
        MailboxWorkers workers = new MailboxWorkers(environment.workers());
        return new MailboxTools(
                points,
                workers,
                ByteBudget.ofHeap(),
                new Spool(environment.spool()),
                new AngusSettings(environment.home(), workers.timer()));
    }

    CaptureEnvironment environment() {
        return points.environment();
    }
}
