package dev.serai.capture.jms;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.files.Generation;
import dev.serai.files.JmsPointDefinition;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.Code;
import dev.serai.operation.DeliveryKey;
import dev.serai.operation.Idempotent;
import dev.serai.operation.Outcome;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.Submit;
import dev.serai.operation.SubmitDefaults;
import dev.serai.operation.SubmitRequest;
import dev.serai.operation.Submitted;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes of one message one interaction, or puts it aside with the reason. */
final class JmsCapture {
    private final CaptureEnvironment environment;
    private final JmsPointDefinition point;

    JmsCapture(CaptureEnvironment environment, JmsPointDefinition point) {
        this.environment = environment;
        this.point = point;
    }

    /**
     * What became of a message.
     *
     * @param result taken, duplicate or refused
     * @param captured the interaction, when one was born
     */
    record Fate(String result, @Nullable Captured captured) {
        void tell(PointHealth health, Consumer<Captured> steps) {
            health.counted(result);
            if (captured != null) {
                steps.accept(captured);
            }
        }
    }

    /**
     * Stores durably, then commits the session.
     *
     * @throws StoreException.Unavailable when the database is away: the session is open still, and the same message may
     *     be given again
     */
    Fate take(JmsExchange session, Message message) throws JMSException {
        try {
            Outcome.Done<Submitted> done = submit(message);
            CrashWindow.JMS_STORED.pass();
            session.answer(message, JmsAnswer.submitted(done.value()));
            session.commit();
            return fate(done);
        } catch (RefusedException refused) {
            return refuse(session, message, refused.refusal());
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (StoreException.BadData bad) {
            return refuse(session, message, Refusal.of(Code.INVALID_REQUEST, "it cannot be stored as it is"));
        }
    }

    private Outcome.Done<Submitted> submit(Message message) throws JMSException {
        String text = JmsText.of(message);
        SubmitRequest request = JmsRequest.read(text);
        DeliveryKey key = DeliveryKey.of(point.point().tenant(), point.name().value(), JmsText.id(message), text);
        Generation live = environment.generation().get();
        Submit submit = Submit.of(
                request, SubmitDefaults.of(point.point()), live.queues(), OwnAddresses.of(live), environment.clock());
        Outcome<Submitted> outcome = environment.store().writeNow(new Idempotent<>(submit, key, JmsAnswer.KEPT));
        if (outcome instanceof Outcome.Done<Submitted> done) {
            return done;
        }
        throw new RefusedException(((Outcome.Refused<Submitted>) outcome).refusal());
    }

    private Fate fate(Outcome.Done<Submitted> done) {
        InteractionId id = done.value().interaction().id();
        boolean born = done.value().fresh() && !done.replayed();
        return born
                ? new Fate("taken", new Captured(point.point().tenant(), id, point.name()))
                : new Fate("duplicate", null);
    }

    private static Fate refuse(JmsExchange session, Message message, Refusal refusal) throws JMSException {
        session.answer(message, JmsAnswer.error(refusal));
        session.refuse(message, refusal.detail());
        session.commit();
        return new Fate("refused", null);
    }
}
