package dev.serai.kafka;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** A cluster does not do what it is asked for; the message says why, without secrets. */
public final class KafkaTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    public KafkaTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A client could not even be made: what it says itself names no reason. */
    public static KafkaTrouble connecting(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new KafkaTrouble("the cluster cannot be connected to: " + root.getMessage(), failure);
    }

    /** Whether the topic takes other records, but never this one: too large, or without a key where each needs one. */
    public boolean isOfRecord() {
        Throwable cause = getCause();
        return cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof InvalidTimestampException;
    }
}
