package dev.serai.capture.kafka;

import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointState;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.point.Around;
import dev.serai.store.StoreException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what one poll brought, partition by partition and in order; a partition that is in trouble rests, others go on. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final String TAKEN = "taken";
    private static final long FIRST_RETRY = 100;
    private static final long RETRY = 2_000;

    private final KafkaPointDefinition point;
    private final Reading reading;
    private final RecordCapture capture;
    private final Complaints complaints;
    private final PointHealth health;
    private final Consumer<Captured> steps;

    Round(
            KafkaPointDefinition point,
            Reading reading,
            RecordCapture capture,
            Complaints complaints,
            PointHealth health,
            Consumer<Captured> steps) {
        this.point = point;
        this.reading = reading;
        this.capture = capture;
        this.complaints = complaints;
        this.health = health;
        this.steps = steps;
    }

    /** False when a partition rests that was to be read. */
    boolean take(ConsumerRecords<byte[], byte[]> polled, BooleanSupplier open) {
        polled.partitions().forEach(partition -> {
            Track track = reading.tracks().of(partition);
            if (track == null) {
                return;
            }
            for (ConsumerRecord<byte[], byte[]> taken : polled.records(partition)) {
                if (!open.getAsBoolean() || !take(track, taken)) {
                    break;
                }
            }
        });
        return reading.tracks().all().stream().noneMatch(Track::isResting);
    }

    /** False when the partition goes no further for now. */
    private boolean take(Track track, ConsumerRecord<byte[], byte[]> taken) {
        try {
            capture.take(track, taken).tell(health, steps);
            track.movedTo(taken.offset() + 1);
            return true;
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
            waits(track, taken);
        } catch (KafkaTrouble refused) {
            complaints.about(refused);
            waits(track, taken);
        } catch (Around.Overtaken elsewhere) {
            LOG.info("another consumer has the partition, its position is looked up point={}", point.name());
            reading.tracks().halt(track.partition());
        } catch (InterruptException closing) {
            waits(track, taken);
            throw closing;
        } catch (RuntimeException | Error failure) {
            return isPassed(track, taken, failure);
        }
        return false;
    }

    /** Once more later, and as if it had not been begun. */
    private void waits(Track track, ConsumerRecord<byte[], byte[]> taken) {
        capture.unbegun(track);
        reading.tracks().again(track, taken.offset(), RETRY);
    }

    /** What the hub fails on is the record's fault only when others go through meanwhile. */
    private boolean isPassed(Track track, ConsumerRecord<byte[], byte[]> taken, Throwable failure) {
        if (isOfHub(failure) && !track.isOutlived(health.count(TAKEN))) {
            complaints.about(failure);
            waits(track, taken);
            return false;
        }
        return failed(track, taken, failure);
    }

    private static boolean isOfHub(Throwable failure) {
        return failure instanceof StoreException.Trouble
                || (failure instanceof Error && !(failure instanceof StackOverflowError));
    }

    private boolean failed(Track track, ConsumerRecord<byte[], byte[]> taken, Throwable failure) {
        int failures = track.failed();
        LOG.warn("a Kafka record failed point={} times={}", point.name(), failures, failure);
        if (failures < point.limits().attempts()) {
            reading.tracks().again(track, taken.offset(), Math.min(RETRY, FIRST_RETRY << failures));
            return false;
        }
        return isAside(track, taken, "it failed " + failures + " times: " + failure.getMessage());
    }

    private boolean isAside(Track track, ConsumerRecord<byte[], byte[]> taken, String why) {
        try {
            capture.putAside(track, taken, why).tell(health, steps);
            track.movedTo(taken.offset() + 1);
            return true;
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
        } catch (KafkaTrouble refused) {
            complaints.about(refused);
        } catch (Around.Overtaken elsewhere) {
            reading.tracks().halt(track.partition());
            return false;
        } catch (InterruptException closing) {
            throw closing;
        } catch (RuntimeException | Error failure) {
            complaints.about(failure);
        }
        reading.tracks().again(track, taken.offset(), RETRY);
        return false;
    }
}
