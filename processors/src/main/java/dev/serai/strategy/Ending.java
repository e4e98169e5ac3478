package dev.serai.strategy;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a strategy run ends: exactly one of these. */
public sealed interface Ending {

    /** The word for it: what `explain` shows. */
    String word();

    /** It waits in a queue. */
    record Place(QueueName queue) implements Ending {
        @Override
        public String word() {
            return "place in " + queue;
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

    /** The outbound mail goes to the dispatcher, by the account named or by the one that its origin says. */
    record Send(@Nullable AccountName account) implements Ending {
        @Override
        public String word() {
            return account == null ? "send" : "send by " + account;
        }
    }
}
