package dev.serai.files;

/** A secret's reference leads nowhere; the message names the reference, never a value. */
public final class SecretMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretMissing(String reference, String reason) {
        super("secret " + reference + ": " + reason);
    }

    SecretMissing(String reference, String reason, Throwable cause) {
        super("secret " + reference + ": " + reason, cause);
    }
}
