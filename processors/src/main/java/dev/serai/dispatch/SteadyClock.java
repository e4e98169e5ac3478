package dev.serai.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Time that never goes back: when the machine's clock is put back, it goes on from where it was. */
final class SteadyClock extends Clock {
    private final Clock machine;
    private Instant latest = Instant.MIN;
    private Duration ahead = Duration.ZERO;

    SteadyClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = machine.instant().plus(ahead);
        if (now.isBefore(latest)) {
            ahead = ahead.plus(Duration.between(now, latest));
            now = latest;
        }
        latest = now;
        return now;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(machine.withZone(zone));
    }
}
