package dev.serai.capture.mailbox;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.Watchdog;
import dev.serai.capture.mailbox.server.MailServers;
import dev.serai.capture.mailbox.server.Spool;

/** What all mailboxes of the hub share. */
record MailboxTools(
        CapturePoints points,
        MailboxWorkers workers,
        MailboxRoles roles,
        Room room,
        Watchdog watchdog,
        Spool spool,
        MailServers servers) {

    static MailboxTools of(CapturePoints points) {
        CaptureEnvironment environment = points.environment();
        MailboxWorkers workers = new MailboxWorkers(environment.limits().workers());
        Spool spool = new Spool(environment.spool());
        return new MailboxTools(
                points,
                workers,
                new MailboxRoles(environment.roles()),
                Room.of(environment),
                new Watchdog(points),
                spool,
                new MailServers(environment.home(), environment.tokens(), workers.timer(), spool));
    }

    CaptureEnvironment environment() {
        return points.environment();
    }
}
