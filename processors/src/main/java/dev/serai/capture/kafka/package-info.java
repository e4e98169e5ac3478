/** Kafka capture points: the operations in a record are applied once, answered, and passed with the commit. */
@NullMarked
package dev.serai.capture.kafka;

import org.jspecify.annotations.NullMarked;
