package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.files.Generation;
import dev.serai.interaction.PointName;
import dev.serai.store.OutgoingTable.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers and news that wait to be sent to one capture point.
 *
 * @param declared whether a live file has the point; of one that is gone nobody sends anything
 * @param untriedSince since when the oldest waits that nobody has tried to send; absent when each was tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnsentAnswers(
        PointName point,
        String tenant,
        boolean declared,
        long waiting,
        Instant oldest,
        @Nullable Instant untriedSince) {
    /** What a sender that works has long tried. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static List<UnsentAnswers> of(List<Waiting> outgoing, Generation live) {
        return outgoing.stream().map(one -> of(one, live)).toList();
    }

    private static UnsentAnswers of(Waiting one, Generation live) {
        return new UnsentAnswers(
                one.point(),
                one.tenant(),
                live.point(one.point()).isPresent(),
                one.count(),
                one.oldest(),
                one.untried());
    }

    /** Whether nobody sends them: the point is gone, its route stands still, or a send hangs. */
    boolean areStuck(Instant now) {
        return !declared || (untriedSince != null && untriedSince.plus(PATIENCE).isBefore(now));
    }

    /** What waits, and why. */
    String words() {
        return Words.count(waiting, "answer waits", "answers wait") + " for capture point " + point
                + (declared ? ", and none is sent" : ", which no file declares any more");
    }
}
