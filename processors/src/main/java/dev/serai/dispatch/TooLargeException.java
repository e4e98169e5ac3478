package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;

/** A mail is larger than its account takes. */
public final class TooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long octets, AccountDefinition account) {
        super("the mail has " + octets + " bytes with its files in Base64; account '" + account.name()
                + "' takes at most " + account.letters().most() + " (maxMessageSize)");
    }
}
