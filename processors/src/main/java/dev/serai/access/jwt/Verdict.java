package dev.serai.access.jwt;

/** What became of a token. Sentences never have anything of the token in them that its issuer did not sign. */
public sealed interface Verdict {
    /** It is good. */
    record Accepted(TokenCaller caller) implements Verdict {}

    /**
     * It opens nothing.
     *
     * @param reason one word of few, for the meter
     * @param sentence what is wrong, after "the token"
     * @param genuine whether the issuer did sign it: it is not guessed
     */
    record Refused(String reason, String sentence, boolean genuine) implements Verdict {}

    /**
     * It may be good: the keys to tell it by cannot be had.
     *
     * @param sentence why
     */
    record Undecided(String sentence) implements Verdict {}
}
