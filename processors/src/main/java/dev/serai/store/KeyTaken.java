package dev.serai.store;

/** Another transaction took a key meanwhile that was free when it was looked for: applied again, the unit finds who has it. */
public final class KeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyTaken(Throwable violation) {
        super("a key was taken meanwhile", violation);
    }
}
