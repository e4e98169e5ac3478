package dev.serai.capture.kafka;

import dev.serai.document.Document;
import dev.serai.store.KafkaPositionTable.Spot;

/** By what a record is known when it comes again. */
final class RecordKey {
    private static final int DIGEST = 12;

    private RecordKey() {}

    /**
     * Its place, and the beginning of its document's digest: where a cluster lost the end of a partition, other records
     * get the same offsets.
     */
    static String of(Spot spot, long offset, Document document) {
        return spot.cluster() + "/" + spot.topicId() + "/" + spot.partition() + "/" + offset + "/"
                + document.digest().substring(0, DIGEST);
    }
}
