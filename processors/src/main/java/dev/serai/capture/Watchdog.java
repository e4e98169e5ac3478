package dev.serai.capture;

import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.PointName;
import dev.serai.store.StoreException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds mailboxes that fell silent, by the clock alone: it asks no worker and waits for none. What it found is written by
 * another thread, since the database may hang as well.
 */
public final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final CapturePoints points;
    private final CaptureEnvironment environment;
    private final SilenceEvents events;
    private final Map<PointName, Boolean> written = new ConcurrentHashMap<>();

    public Watchdog(CapturePoints points) {
        this.points = points;
        this.environment = points.environment();
        this.events = new SilenceEvents(environment.store());
    }

    /** What the database says of a point, before this node attends to it. */
    public void remembers(PointName name, PointPast past) {
        points.health(name).remembers(past);
        written.put(name, past.silentSince() != null);
    }

    /** Judges all mailboxes; needs memory only. */
    public void look() {
        Instant now = environment.clock().instant();
        for (MailboxDefinition mailbox :
                environment.generation().get().mailboxes().values()) {
            points.health(mailbox.name()).liveness().judge(Patience.of(mailbox, environment.limits()), now);
        }
    }

    /** Writes what began or ended since; what cannot be written now is written later. */
    public void write() {
        Set<PointName> known = Set.copyOf(written.keySet());
        for (MailboxDefinition mailbox :
                environment.generation().get().mailboxes().values()) {
            if (known.contains(mailbox.name())) {
                try {
                    write(mailbox);
                } catch (StoreException.Unavailable away) {
                    LOG.debug("what the watchdog found is written when the database is back");
                    return;
                } catch (RuntimeException failure) {
                    LOG.error("what the watchdog found was not written, it is tried again", failure);
                }
            }
        }
    }

    private void write(MailboxDefinition mailbox) {
        PointName name = mailbox.name();
        String tenant = mailbox.point().tenant();
        Liveness.Silence silence = points.health(name).liveness().silence().orElse(null);
        boolean told = written.getOrDefault(name, false);
        if (silence != null && !told) {
            LOG.warn("capture point is silent point={} reason={}", name, silence.because());
            events.raised(tenant, name, silence.because());
            written.put(name, true);
        } else if (silence == null && told) {
            LOG.info("capture point is silent no more point={}", name);
            events.cleared(tenant, name);
            written.put(name, false);
        }
    }
}
