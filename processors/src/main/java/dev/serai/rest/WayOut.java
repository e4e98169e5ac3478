package dev.serai.rest;

import dev.serai.dispatch.Hindrance;
import dev.serai.interaction.AccountName;
import java.util.Optional;

/** What the sender on this node knows of accounts. */
public interface WayOut {
    /** A node that sends nothing yet. */
    WayOut UNKNOWN = new WayOut() {
        @Override
        public Optional<Hindrance> hindrance(AccountName account) {
            return Optional.empty();
        }

        @Override
        public boolean isAlone() {
            return false;
        }
    };

    /** Why nothing leaves by the account from here. */
    Optional<Hindrance> hindrance(AccountName account);

    /** Whether no other node sends: then what is known here is all there is to know. */
    boolean isAlone();
}
