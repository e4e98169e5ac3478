package dev.serai.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What several accounts share, a server or a login: the mails on their way through it, and the pause while it is in trouble. */
final class SharedGate {
    private final Brake brake;
    private int inFlight;

    SharedGate(Clock clock) {
        this.brake = new Brake(clock);
    }

    synchronized int room() {
        return brake.room(inFlight);
    }

    /** One mail goes through; empty where there is no room for it. */
    synchronized Optional<Entry> enter() {
        if (room() <= 0) {
            return Optional.empty();
        }
        inFlight++;
        return Optional.of(new Entry(brake.mark()));
    }

    Brake brake() {
        return brake;
    }

    private synchronized void left() {
        inFlight--;
    }

    /** A mail that went through. */
    final class Entry {
        private final long mark;

        private Entry(long mark) {
            this.mark = mark;
        }

        /** It is on its way no longer. */
        void left() {
            SharedGate.this.left();
        }

        void well() {
            brake.well(mark);
        }

        void trouble(Fault fault, Duration first, Duration longest) {
            brake.trouble(fault, first, longest);
        }
    }
}
