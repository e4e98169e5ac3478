package dev.serai.capture.mailbox;

/** The hub has enough for now: the mailbox gives its turn away, the mail waits on the server and counts as nothing. */
final class Slowed extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence of what there is enough */
    Slowed(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
