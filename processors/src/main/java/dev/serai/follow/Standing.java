package dev.serai.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.store.FollowerTable.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a follower gets on.
 *
 * @param position of the last event that its sink took
 * @param behind events that it has yet to take
 * @param movedAt when it last took some
 * @param failingSince since when its sink refuses, null while it takes
 * @param reason why it refuses
 * @param advice what a person can do while it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        String name,
        long position,
        long behind,
        Instant movedAt,
        @Nullable Instant failingSince,
        @Nullable String reason,
        @Nullable String advice) {

    static Standing of(Cursor cursor, long head, String advice) {
        return new Standing(
                cursor.name(),
                cursor.position(),
                Math.max(0, head - cursor.position()),
                cursor.movedAt(),
                cursor.failingSince(),
                cursor.reason(),
                cursor.failingSince() == null ? null : advice);
    }

    public boolean isFailing() {
        return failingSince != null;
    }
}
