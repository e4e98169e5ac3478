package dev.serai.strategy;

/** Why an automatic reply or a forward was left out: a few words that meters may count by. */
public enum Suppression {
    /** Automatic replies are paused, by an operator or by a setting. */
    PAUSED("paused"),
    /** It is no inbound interaction. */
    NOT_INBOUND("not-inbound"),
    /** It is a bounce, a report, a receipt or an automatic answer (RFC 3834 section 2). */
    MACHINE("machine"),
    /** It says itself that nothing automatic may answer it: a list, bulk mail, a null return path. */
    UNWANTED("unwanted"),
    /** It is marked as part of a storm. */
    STORM("storm"),
    /** It was received too long ago. */
    TOO_OLD("too-old"),
    /** It says nobody to answer to. */
    NO_ADDRESS("no-address"),
    /** It would go to one of our own addresses. */
    OWN_ADDRESS("own-address"),
    /** Mail to the address came back for ever. */
    UNDELIVERABLE("undeliverable"),
    /** It would go back to who wrote the mail. */
    BACK("back-to-sender"),
    /** The decision sends it there already. */
    TWICE("twice"),
    /** The mail goes in a circle. */
    LOOP("loop"),
    /** Of the thread so many mails were passed on, or told of, of late. */
    CAP_FORWARD("cap-forward"),
    /** The address was told of enough of late. */
    CAP_NOTIFIED("cap-notified"),
    /** The address got its most. */
    CAP_ADDRESS("cap-address"),
    /** The thread got its most. */
    CAP_THREAD("cap-thread"),
    /** The domain got its most. */
    CAP_DOMAIN("cap-domain"),
    /** The domain got its most for mail that says the same. */
    CAP_SAME("cap-same");

    private final String word;

    Suppression(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** With the sentence that a person reads. */
    Why because(String sentence) {
        return new Why(this, sentence);
    }

    /** One reason, in a word for counting and in a sentence for the timeline. */
    public record Why(Suppression reason, String sentence) {}
}
