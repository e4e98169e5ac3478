package dev.serai.capture.kafka;

import dev.serai.capture.CapturePoints;
import dev.serai.point.Outlets;

/**
 * What all Kafka capture points work with.
 *
 * @param outlets send what points answer
 */
record KafkaPlace(CapturePoints points, Outlets outlets) {}
