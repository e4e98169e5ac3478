package dev.serai.capture.mailbox;

import dev.serai.capture.CaptureHub;
import java.nio.file.Path;

/** Hubs that capture mailboxes. */
final class CaptureHubs {
    private CaptureHubs() {}

    static CaptureHub in(Path folder, TestMailbox... mailboxes) {
        CaptureHub hub = CaptureHub.in(folder);
        for (TestMailbox mailbox : mailboxes) {
            hub.file(mailbox.path(), mailbox.route());
        }
        return started(hub);
    }

    static CaptureHub started(CaptureHub hub) {
        return hub.component(MailboxComponent.SCHEME, new MailboxComponent(hub.points()))
                .start();
    }
}
