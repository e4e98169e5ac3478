/** Kafka's own clients, made as the hub's files say and never able to break its promises. */
@NullMarked
package dev.serai.kafka;

import org.jspecify.annotations.NullMarked;
