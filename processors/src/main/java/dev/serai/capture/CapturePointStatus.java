package dev.serai.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.interaction.PointName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A capture point as operators see it.
 *
 * @param kind mailbox, jms, file or rest
 * @param since when the state began
 * @param slowedBy why it takes little or nothing at the moment, while it is slowed
 * @param address the mailbox's address, the JMS destination, the folder, or the path
 * @param owner whom the night shift calls
 * @param lastSuccess when a look last went well
 * @param lastMail when mail last came, taken or a repeat; of a mailbox through restarts
 * @param lastError one sentence without secrets; kept after the error is over
 * @param failures looks that failed, one after the other, until now
 * @param nextLook when it looks again; absent while it rests, or is looking for the first time
 * @param silentSince since when looks or mail are overdue
 * @param silentBecause which of them, in words
 * @param backlog known to be waiting at the source, -1 when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CapturePointStatus(
        PointName name,
        String kind,
        String routeId,
        PointState state,
        Instant since,
        @Nullable String slowedBy,
        String address,
        @Nullable String owner,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastMail,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        int failures,
        @Nullable Instant nextLook,
        @Nullable Instant silentSince,
        @Nullable String silentBecause,
        long backlog,
        Counts counts) {

    /** What became of what it saw: of a mailbox ever since, of other points since the start; trapped = spam that a web form's honeypot caught. */
    public record Counts(
            long taken, long duplicate, long skipped, long failing, long quarantined, long refused, long trapped) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }
}
