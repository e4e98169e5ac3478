package dev.serai.capture.jms;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.document.Document;
import dev.serai.files.JmsPointDefinition;
import dev.serai.files.JmsPointDefinition.Correlation;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.RefusedException;
import dev.serai.point.Delivery;
import dev.serai.point.Fate;
import dev.serai.point.PointDesk;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has what is in one delivered message applied, then puts the message where it belongs. */
final class JmsCapture {
    private static final int CORRELATION = 1_000;

    private final JmsPointDefinition point;
    private final PointDesk desk;
    private final Supplier<Set<String>> own;
    private final JmsAttempts attempts;
    private final List<Delivery> owed = new ArrayList<>();
    private int again;

    JmsCapture(CaptureEnvironment environment, JmsPointDefinition point) {
        this.point = point;
        this.desk = new PointDesk(environment.store(), environment.generation(), environment.clock());
        this.own = () -> ReplyAddress.ownDestinations(
                environment.generation().get().points(JmsPointDefinition.class).values());
        this.attempts = new JmsAttempts(environment.store(), point.point());
    }

    /**
     * What became of a message.
     *
     * @param result taken, duplicate or refused; empty when it was put back
     * @param born interactions that were made just now
     */
    record Done(String result, List<Captured> born) {
        void tell(PointHealth health, Consumer<Captured> steps) {
            if (!result.isEmpty()) {
                health.counted(result);
            }
            born.forEach(steps);
        }
    }

    /**
     * Applies it durably, then commits the session.
     *
     * @throws StoreException.Unavailable when the database is away: the session is open still, and the same message may
     *     be given again
     * @throws JMSException when the broker is away; the message comes again
     */
    Done take(JmsExchange session, Message message) throws JMSException {
        String id = message.getJMSMessageID();
        if (id == null || id.isBlank()) {
            session.again(message);
            session.commit();
            return new Done("", List.of());
        }
        Document document = JmsContent.of(message, point.limits().maxSize());
        String key = JmsKey.of(id, document);
        Delivery delivery = owed(key, message);
        if (message.getJMSRedelivered() && isWornOut(delivery, document, key)) {
            return putAside(session, message, "it was delivered again and again and never got through");
        }
        return apply(session, message, delivery, document);
    }

    /** What was done to its end has only to be acknowledged still, however often that fails. */
    private boolean isWornOut(Delivery delivery, Document document, String key) {
        if (again == 0 && !desk.isDone(delivery, document)) {
            again = attempts.next(key);
        }
        return again >= point.limits().attempts();
    }

    /**
     * Puts aside what fails whenever it is tried, and tells the sender.
     *
     * @param why a clause
     */
    Done putAside(JmsExchange session, Message message, String why) throws JMSException {
        String reason = why + "; what it asks for may be done, in whole or in part";
        tellOfFailure(message, reason);
        session.refused(message, reason);
        acknowledge(session);
        return new Done("refused", List.of());
    }

    private Done apply(JmsExchange session, Message message, Delivery delivery, Document document) throws JMSException {
        CrashWindow.JMS_TAKEN.pass();
        Fate fate;
        try {
            fate = desk.apply(delivery, document);
        } catch (RefusedException refused) {
            return putAside(session, message, String.valueOf(refused.getMessage()));
        }
        CrashWindow.JMS_STORED.pass();
        if (fate.allApplied()) {
            session.processed(message);
        } else {
            session.refused(message, String.join("; ", fate.reasons()));
        }
        CrashWindow.JMS_COPIED.pass();
        acknowledge(session);
        return done(fate);
    }

    private Delivery owed(String key, Message message) {
        Delivery delivery = Delivery.owed(point.point(), key, reply(message));
        owed.add(delivery);
        return delivery;
    }

    private void acknowledge(JmsExchange session) throws JMSException {
        session.commit();
        owed.forEach(desk::acknowledged);
    }

    private Done done(Fate fate) {
        List<Captured> born = fate.born().stream().map(this::captured).toList();
        return new Done(!fate.allApplied() ? "refused" : fate.replayed() ? "duplicate" : "taken", born);
    }

    private Captured captured(InteractionId id) {
        return new Captured(point.point().tenant(), id, point.name());
    }

    /** Where even that fails nobody is told: the message matters more. */
    private void tellOfFailure(Message message, String reason) throws JMSException {
        Document failure = JmsContent.unreadable(reason);
        try {
            Fate unused = desk.apply(owed(JmsKey.of(message.getJMSMessageID(), failure), message), failure);
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (RuntimeException alsoFails) {
            // the reason stands on the copy
        }
    }

    private Delivery.Reply reply(Message message) {
        return new Delivery.Reply(ReplyAddress.of(message, own.get()), correlation(message));
    }

    private @Nullable String correlation(Message message) {
        try {
            String own = point.correlation() == Correlation.CORRELATION_ID ? message.getJMSCorrelationID() : null;
            return CleanText.clipped(own == null ? message.getJMSMessageID() : own, CORRELATION);
        } catch (JMSException unreadable) {
            return null;
        }
    }
}
