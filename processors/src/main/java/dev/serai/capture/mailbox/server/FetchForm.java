package dev.serai.capture.mailbox.server;

/** How a body is asked for: servers that spoil one form often manage another. */
public enum FetchForm {
    /** Together with others, and alone when it did not come. */
    WHOLE,
    /** Piece by piece. */
    PIECES,
    /** Header and text apart. */
    PARTS;

    /** @param attempts how often it failed before */
    public static FetchForm after(int attempts) {
        return values()[attempts % values().length];
    }
}
