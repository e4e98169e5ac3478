package dev.serai.capture.kafka;

import dev.serai.point.DocumentPointContract;
import dev.serai.point.PointDriver;

/** The contract of points, over the topics of a real Kafka. */
class KafkaPointTest extends DocumentPointContract {
    @Override
    protected PointDriver driver() {
        return new KafkaPointDriver();
    }
}
