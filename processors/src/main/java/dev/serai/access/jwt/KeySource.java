package dev.serai.access.jwt;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Where the keys of an issuer are written. Reading may take a while, so it belongs on a thread that may wait. */
interface KeySource {
    /**
     * The set.
     *
     * @return empty when it is what it was when it was last read and was good
     * @throws IOException in words of an operator when it cannot be had
     * @throws IllegalArgumentException in words when it is none
     * @throws InterruptedException when the hub stops
     */
    Optional<KeySet> read() throws IOException, InterruptedException;

    /** How old keys may get before it is read again. */
    Duration every();

    /** How soon after the last time it may be read because somebody came with a key that is not known. */
    Duration pause();
}
