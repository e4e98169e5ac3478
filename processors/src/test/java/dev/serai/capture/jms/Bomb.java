package dev.serai.capture.jms;

import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;

/** What must never be made of bytes from outside. */
final class Bomb implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    static volatile boolean exploded;

    @Serial
    private void readObject(ObjectInputStream in) {
        exploded = true;
    }
}
