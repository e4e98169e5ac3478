package dev.serai.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when an interaction is held.
 *
 * @param since null while it is not held
 * @param until null for as long as nobody resumes it
 */
record Hold(@Nullable Instant since, @Nullable Instant until) {
    static final Hold NONE = new Hold(null, null);
}
