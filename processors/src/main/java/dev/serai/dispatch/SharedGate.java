package dev.serai.dispatch;

import java.time.Clock;

/** What all accounts of one server share: the mails on their way to it, and the pause while it is down. */
final class HostGate {
    private final Brake brake;
    private int inFlight;

    HostGate(Clock clock) {
        this.brake = new Brake(clock);
    }

    synchronized int room() {
        return brake.room(inFlight);
    }

    synchronized void began() {
        inFlight++;
    }

    synchronized void ended() {
        inFlight--;
    }

    Brake brake() {
        return brake;
    }
}
