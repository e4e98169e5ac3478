package dev.serai.queue;

import dev.serai.files.Generation;
import dev.serai.interaction.QueueName;
import java.util.Optional;

/** What decides on the work of strategy queues by one set of files; it stays usable as long as work of it is in hand. */
public interface Deciders {

    /** The files. */
    Generation generation();

    /** What decides on the work of a queue; empty for queues that these files give to clients, or do not know. */
    Optional<QueueStep> step(QueueName queue);

    /** A piece of work is in hand from now on. */
    void begin();

    /** It is no longer: it ended, failed or was given back. To be called once for each {@link #begin}. */
    void end();
}
