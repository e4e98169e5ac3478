package dev.serai.access.jwt;

import dev.serai.access.jwt.Verdict.Refused;

/** A token opens nothing. */
final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refused verdict;

    private TokenRefused(Refused verdict) {
        super(verdict.sentence(), null, false, false);
        this.verdict = verdict;
    }

    /** Anybody may have written it. */
    static TokenRefused forged(String reason, String sentence) {
        return new TokenRefused(new Refused(reason, sentence, false));
    }

    /** The issuer wrote it. */
    static TokenRefused signed(String reason, String sentence) {
        return new TokenRefused(new Refused(reason, sentence, true));
    }

    Refused verdict() {
        return verdict;
    }
}
