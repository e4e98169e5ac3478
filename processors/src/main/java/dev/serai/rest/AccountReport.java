package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.TenantName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account for the operator: why mail does not leave by it, since when, and what to do.
 *
 * @param state `running`, `failing` (its latest tries did not succeed), `paused` by an operator, `disabled` by its file, or
 *     `undeclared`: mail waits for an account that no file has any more
 * @param host with its port; absent where no file has the account
 * @param since the state lasts, where it is known
 * @param nextProbe when the next mail tries a server or login that failed
 * @param waiting mails that are to leave yet
 * @param oldest when the oldest of them was handed over
 * @param problem the state in a sentence; absent where nothing is wrong
 * @param press what to do about it
 * @param groups what has not left, by state and cause
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountReport(
        AccountName name,
        String state,
        @Nullable String host,
        @Nullable Instant since,
        @Nullable Instant nextProbe,
        @Nullable String owner,
        @Nullable TenantName tenant,
        long waiting,
        @Nullable Instant oldest,
        @Nullable String problem,
        @Nullable String press,
        List<Group> groups) {

    /**
     * Mail in one state for one reason.
     *
     * @param cause the kind of fault, and `step` where in the conversation; absent where no try failed
     * @param nextAt when the first of them is tried again
     * @param words the server's latest
     * @param example the newest of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(
            String state,
            @Nullable String cause,
            @Nullable String step,
            long count,
            Instant since,
            Instant latest,
            Instant oldest,
            @Nullable Instant nextAt,
            @Nullable String words,
            InteractionId example,
            @Nullable String press) {

        /** Whether it stays as it is until a person decides. */
        boolean needsSomebody() {
            return state.equals("failed") || state.equals("uncertain");
        }
    }

    /** Whether somebody is needed. */
    boolean isStuck() {
        return state.equals("failing") || state.equals("undeclared");
    }

    /** 0 for what is dead, 1 for what has mail that needs a person, 2 for what a person stopped, 3 for what runs. */
    int rank() {
        if (isStuck()) {
            return 0;
        } else if (groups.stream().anyMatch(Group::needsSomebody)) {
            return 1;
        }
        return state.equals("running") || state.equals("gone") ? 3 : 2;
    }
}
