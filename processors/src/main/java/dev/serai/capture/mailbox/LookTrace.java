package dev.serai.capture.mailbox;

import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.PointName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each step of a look at INFO for a mailbox with {@code trace: true}: counts and positions, never addresses or content. */
final class LookTrace {
    private static final Logger LOG = LoggerFactory.getLogger(LookTrace.class);
    private final PointName point;
    private final boolean on;

    LookTrace(MailboxDefinition mailbox) {
        this.point = mailbox.name();
        this.on = mailbox.trace();
    }

    /** @param sentence constant, saying what was done */
    void step(String sentence, long mails) {
        if (on) {
            LOG.info("trace: {} point={} mails={}", sentence, point, mails);
        }
    }

    /** @param sentence constant, saying what became of one mail */
    void mail(String sentence, String position, Object detail) {
        if (on) {
            LOG.info("trace: {} point={} position={} detail={}", sentence, point, position, detail);
        }
    }
}
