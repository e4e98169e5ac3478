package dev.serai.point;

import dev.serai.store.OutgoingRow;
import java.time.Duration;
import java.util.List;

/** A point's way out: sends answers and news to whoever is behind the point. Used by one thread at a time. */
public interface Outlet {

    /**
     * Sends rows in their order and returns when all of them are safe on the other side, but for those that it names.
     * After an exception they come again, all of them: whoever receives them drops repeats by
     * {@link OutgoingRow#deliveryId}.
     *
     * @param rows one or more; a row that can never be sent, such as one for a destination that is gone, is to be dropped
     *     with a line in the log, or none after it would ever be
     * @return those that were not sent and come again; at least one of the others was, or one has a pause
     * @throws Exception when the other side is away; it is tried again later
     */
    List<Late> send(List<OutgoingRow> rows) throws Exception;

    /**
     * A row that was not sent.
     *
     * @param pause until it comes again while others go on; zero = at once
     */
    record Late(OutgoingRow row, Duration pause) {}

    /** So long one send may take: whatever takes longer is interrupted, and another node may have the point's role. */
    default Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** Lets go of what it holds open between sends. */
    default void close() {}
}
