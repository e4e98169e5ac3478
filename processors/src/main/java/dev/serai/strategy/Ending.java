package dev.serai.strategy;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a strategy run ends: exactly one of these. */
public sealed interface Ending {

    /** The word for it: what `explain` shows. */
    String word();

    /**
     * It waits in a queue.
     *
     * @param reason why, for the timeline; null where the step says it all
     */
    record Place(QueueName queue, @Nullable String reason) implements Ending {
        public Place(QueueName queue) {
            this(queue, null);
        }

        @Override
        public String word() {
            return "place in " + queue + (reason == null ? "" : ": " + reason);
        }
    }

    /** It is held, until a time or until somebody resumes it. */
    record Hold(@Nullable Instant until, String reason) implements Ending {
        @Override
        public String word() {
            return until == null ? "hold" : "hold until " + until;
        }
    }

    /** It is done. */
    record Stop(String reason) implements Ending {
        @Override
        public String word() {
            return "stop as " + reason;
        }
    }

    /**
     * It waits in a queue until a time, or until a reply comes.
     *
     * @param longest from the commit on, by the database's clock; null where the time is given
     * @param until the time; null where the duration is given
     */
    record Waiting(
            QueueName queue,
            Wait.Until what,
            @Nullable Duration longest,
            @Nullable Instant until) implements Ending {
        @Override
        public String word() {
            String time = longest == null ? "until " + until : "for " + longest.toSeconds() + " s";
            return what == Wait.Until.REPLY ? "wait until a reply, at most " + time : "wait " + time;
        }

        /** When it is due if nothing comes before. */
        public Instant due(Instant now) {
            return longest == null ? Objects.requireNonNull(until) : now.plus(longest);
        }
    }

    /** The original is sent again to somebody else: it is done. */
    record Redirect(List<String> to) implements Ending {
        /** The stop reason. */
        public static final String REASON = "redirected";

        @Override
        public String word() {
            return "redirect to " + String.join(", ", to);
        }
    }

    /** The outbound mail goes to the dispatcher, by the account named or by the one that its origin says. */
    record Send(@Nullable AccountName account) implements Ending {
        @Override
        public String word() {
            return account == null ? "send" : "send by " + account;
        }
    }
}
