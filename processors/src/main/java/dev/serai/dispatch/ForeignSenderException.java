package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;

/** Somebody wants to write as an address that the account has not got. */
public final class ForeignSenderException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ForeignSenderException(String address, AccountDefinition account) {
        super("'from': '" + address + "' is no address of account '" + account.name() + "'; expected one of "
                + String.join(", ", account.addresses()) + ", or add it to the account's alsoFrom");
    }
}
