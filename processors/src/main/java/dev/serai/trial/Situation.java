package dev.serai.trial;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.interaction.Wait;
import dev.serai.interaction.Wait.How;
import dev.serai.interaction.Wait.Until;
import dev.serai.interaction.Wait.Woken;
import dev.serai.mime.RawSource;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test says of an interaction beside its mail.
 *
 * @param first the queue that it begins in; null for that of its point
 * @param subtype null for what its mail says
 * @param userData beside what its mail gives
 * @param waited why a wait is over: time, reply or failure; empty where it did not wait
 * @param reply the mail that ended the wait
 * @param authorship of outbound mail
 * @param tenant whose it is; null for whom its point or queue says
 */
record Situation(
        @Nullable QueueName first,
        @Nullable String subtype,
        Map<String, Object> userData,
        String waited,
        @Nullable RawSource reply,
        Authorship authorship,
        @Nullable TenantName tenant) {
    static final Situation NEW = new Situation(null, null, Map.of(), "", null, Authorship.NONE, null);

    /**
     * Who wrote an outbound mail, and where.
     *
     * @param author empty where nobody says
     * @param parentQueue where what it answers lay; null for nowhere
     * @param approvedBy empty where nobody did
     */
    record Authorship(String author, @Nullable QueueName parentQueue, String approvedBy) {
        static final Authorship NONE = new Authorship("", null, "");

        /** Whether a strategy or the hub wrote it, no client. */
        boolean isNobody() {
            return author.isEmpty() || author.startsWith("strategy-");
        }
    }

    Situation {
        userData = Map.copyOf(userData);
    }

    static Situation of(@Nullable TenantName tenant) {
        return new Situation(null, null, Map.of(), "", null, Authorship.NONE, tenant);
    }

    static Situation in(QueueName first) {
        return new Situation(first, null, Map.of(), "", null, Authorship.NONE, null);
    }

    /** @param by what ended it */
    Wait waiting(@Nullable Interaction by) {
        if (waited.isEmpty()) {
            return Wait.NONE;
        }
        if (waited.equals(Until.TIME.word())) {
            return Wait.NONE.begin(Until.TIME);
        }
        InteractionId id = by == null ? InteractionId.next(Clock.systemUTC()) : by.id();
        return Wait.NONE.begin(Until.REPLY).woken(new Woken(How.of(waited), id));
    }
}
