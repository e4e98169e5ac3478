/** How strategy queues are drained: feeder, hand-over by broker, workers, leases. */
@NullMarked
package dev.serai.queue;

import org.jspecify.annotations.NullMarked;
