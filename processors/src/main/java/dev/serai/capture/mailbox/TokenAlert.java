package dev.serai.capture.mailbox;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.PointName;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.StoreException;
import dev.serai.store.Tx;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells by events of the point when its access token cannot be renewed for the first time, and when it can again. */
final class TokenAlert {
    static final String RAISED = "serai.alert.raised";
    static final String CLEARED = "serai.alert.cleared";

    private static final Logger LOG = LoggerFactory.getLogger(TokenAlert.class);
    private static final Map<String, Object> DATA = Map.of("alert", "oauth2");

    private final PointName name;
    private final CaptureEnvironment environment;
    private Optional<Boolean> raised = Optional.empty();

    TokenAlert(PointName name, CaptureEnvironment environment) {
        this.name = name;
        this.environment = environment;
    }

    /** Looks how the token fares; never fails. */
    void see(MailboxDefinition mailbox) {
        if (mailbox.server().oauth2().isEmpty()) {
            return;
        }
        Optional<String> trouble = environment.tokens().trouble(mailbox.server());
        if (raised.equals(Optional.of(trouble.isPresent()))) {
            return;
        }
        try {
            String tenant = mailbox.point().tenant();
            environment.store().writeNow(tx -> {
                if (isRaised(tx, tenant) != trouble.isPresent()) {
                    NewEvent event = NewEvent.of(trouble.isPresent() ? RAISED : CLEARED, "capture");
                    tx.events()
                            .append(
                                    tenant,
                                    name,
                                    event.because(trouble.orElse(null)).with(DATA));
                }
                return true;
            });
            raised = Optional.of(trouble.isPresent());
        } catch (StoreException.Unavailable away) {
            LOG.debug("the database is away, the alert waits point={}", name);
        }
    }

    /** As the events say, which outlive this process. */
    private boolean isRaised(Tx tx, String tenant) {
        return tx.events().timeline(tenant, "point:" + name.value()).stream()
                .filter(event -> event.data().equals(DATA))
                .reduce((earlier, later) -> later)
                .map(Event::type)
                .filter(RAISED::equals)
                .isPresent();
    }
}
