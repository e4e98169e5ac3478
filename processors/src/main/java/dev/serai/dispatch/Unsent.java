package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.AccountDefinition.Uncertain;
import dev.serai.files.Generation;
import dev.serai.files.Units;
import dev.serai.interaction.AccountName;
import dev.serai.store.DispatchRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an account says of mail that does not leave, for one that is tried. */
record Unsent(Duration expireAfter, Uncertain uncertain) {

    /** An account that the files do not have any more asks, and expires as one that says nothing of it. */
    static Unsent of(Generation generation, DispatchRow row) {
        return of(generation, row.account());
    }

    static Unsent of(Generation generation, AccountName account) {
        return Optional.ofNullable(generation.accounts().get(account))
                .map(AccountDefinition::unsent)
                .map(says -> new Unsent(says.expireAfter(), says.uncertain()))
                .orElse(new Unsent(Duration.ofDays(5), Uncertain.ASK));
    }

    /** When it is given up. */
    Instant end(DispatchRow row, Instant now) {
        Instant since = row.triedSince();
        return (since == null ? now : since).plus(expireAfter);
    }

    /** Why it is. */
    String expired(int tries) {
        return "given up after " + Units.text(expireAfter) + " and " + tries + (tries == 1 ? " try" : " tries");
    }

    /** One that nobody knows about leaves once more; after that a person decides. */
    boolean mayResend(DispatchRow row) {
        return uncertain == Uncertain.RESEND && !row.resent();
    }
}
