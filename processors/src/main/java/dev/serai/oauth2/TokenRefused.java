package dev.serai.oauth2;

/** There is no token to be had; the message is a sentence for an operator, without secrets. */
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenRefused(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
