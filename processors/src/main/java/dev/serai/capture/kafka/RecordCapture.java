package dev.serai.capture.kafka;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.kafka.SideTopics.Cause;
import dev.serai.document.Document;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.operation.Code;
import dev.serai.operation.RefusedException;
import dev.serai.point.Around;
import dev.serai.point.Delivery;
import dev.serai.point.Fate;
import dev.serai.point.PointDesk;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has what is in one record applied, and moves on behind it: in the same transaction, unless a copy is to be sent first. */
final class RecordCapture {
    private static final Logger LOG = LoggerFactory.getLogger(RecordCapture.class);
    private static final String FAILED = "failed";
    private final KafkaPointDefinition point;
    private final PointDesk desk;
    private final Positions positions;
    private final SideTopics sides;

    RecordCapture(CaptureEnvironment environment, KafkaPointDefinition point, Positions positions, SideTopics sides) {
        this.point = point;
        this.desk = new PointDesk(environment.store(), environment.generation(), environment.clock());
        this.positions = positions;
        this.sides = sides;
    }

    /**
     * What became of a record.
     *
     * @param result taken, duplicate or refused
     * @param born interactions that were made just now
     */
    record Done(String result, List<Captured> born) {
        void tell(PointHealth health, Consumer<Captured> steps) {
            health.counted(result);
            born.forEach(steps);
        }
    }

    /**
     * Applies a record durably.
     *
     * @throws StoreException.Unavailable when the database is away: the same record may be given again
     * @throws Around.Overtaken when another consumer is done with it
     * @throws KafkaTrouble when its copy cannot be sent: the same record may be given again
     */
    Done take(Track track, ConsumerRecord<byte[], byte[]> taken) throws KafkaTrouble {
        if (track.isFresh()) {
            int attempts = positions.attempt(track.spot(), track.next());
            track.begun();
            if (attempts > point.limits().attempts()) {
                return putAside(track, taken, "it was begun again and again and never got through");
            }
        }
        CrashWindow.KAFKA_TAKEN.pass();
        Document document = RecordContent.of(taken, point.limits().maxSize());
        Delivery delivery = delivery(track, taken, document);
        Fate fate;
        try {
            fate = desk.apply(delivery, document, around(track, taken));
        } catch (RefusedException refused) {
            return putAside(track, taken, String.valueOf(refused.getMessage()));
        }
        CrashWindow.KAFKA_STORED.pass();
        if (!isMovedWith(fate.results())) {
            copy(track, taken, delivery, fate);
        }
        return done(fate);
    }

    /**
     * Puts aside what fails whenever it is tried, and tells the sender.
     *
     * @param why a clause
     */
    Done putAside(Track track, ConsumerRecord<byte[], byte[]> taken, String why) throws KafkaTrouble {
        String reason = why + "; what it asks for may be done, in whole or in part";
        Document failure = RecordContent.unreadable(Code.INVALID_REQUEST, reason);
        Delivery delivery = delivery(track, taken, failure);
        try {
            Fate unused = desk.apply(delivery, failure);
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (RuntimeException alsoFails) {
            LOG.debug("the sender is not answered, the reason stands on the copy", alsoFails);
        }
        boolean copied = sides.refused(taken, String.valueOf(delivery.key()), new Cause(FAILED, reason));
        moveOn(track, taken, copied, reason);
        return new Done("refused", List.of());
    }

    private void copy(Track track, ConsumerRecord<byte[], byte[]> taken, Delivery delivery, Fate fate)
            throws KafkaTrouble {
        String id = String.valueOf(delivery.key());
        String reasons = String.join("; ", fate.reasons());
        boolean copied = fate.allApplied()
                ? sides.processed(taken, id)
                : sides.refused(taken, id, new Cause(code(fate), reasons));
        moveOn(track, taken, copied, fate.allApplied() ? "it was applied" : reasons);
    }

    private void moveOn(Track track, ConsumerRecord<byte[], byte[]> taken, boolean copied, String reason) {
        CrashWindow.KAFKA_ASIDE.pass();
        if (copied) {
            positions.advance(track.spot(), track.next(), taken.offset() + 1);
        } else {
            LOG.warn(
                    "a topic on the side takes no copy of a record, not even without its value point={} partition={} offset={}",
                    point.name(),
                    track.partition(),
                    taken.offset());
            positions.uncopied(track.spot(), track.next(), taken.offset() + 1, reason);
        }
    }

    /** What came in between says nothing of the record that was begun: the attempt does not count. */
    void unbegun(Track track) {
        if (!track.isFresh() && positions.isTakenBack(track.spot(), track.next())) {
            track.unbegun();
        }
    }

    private static String code(Fate fate) {
        return fate.results().stream()
                .filter(result -> result.response().isError())
                .map(result -> String.valueOf(result.response().code()))
                .findFirst()
                .orElse(FAILED);
    }

    private boolean isMovedWith(List<Fate.Result> results) {
        return !sides.isProcessedWanted()
                && results.stream().noneMatch(result -> result.response().isError());
    }

    private Around around(Track track, ConsumerRecord<byte[], byte[]> taken) {
        return new Passing(track.spot(), track.next(), taken.offset() + 1, this::isMovedWith);
    }

    private Delivery delivery(Track track, ConsumerRecord<byte[], byte[]> taken, Document document) {
        return new Delivery(
                point.point(),
                RecordKey.of(track.spot(), taken.offset(), document),
                new Delivery.Reply(null, RecordContent.correlation(taken)));
    }

    private Done done(Fate fate) {
        List<Captured> born = fate.born().stream()
                .map(id -> new Captured(point.point().tenant(), id, point.name()))
                .toList();
        return new Done(!fate.allApplied() ? "refused" : fate.replayed() ? "duplicate" : "taken", born);
    }
}
