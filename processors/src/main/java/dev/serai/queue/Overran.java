package dev.serai.queue;

import org.jspecify.annotations.Nullable;

/** A run took longer than it may. It counts as any other failure; the message says for how long, and where it was. */
final class Overran extends Exception {
    private static final long serialVersionUID = 1L;

    Overran(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
