package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many mails an account may take on now: its connections, its mails in the last minute, and nobody but one probe while
 * its server is down.
 */
final class AccountGate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Deque<Instant> started = new ArrayDeque<>();
    private int inFlight;
    private int downs;
    private Instant notBefore = Instant.MIN;

    AccountGate(Clock clock) {
        this.clock = clock;
    }

    synchronized int room(AccountDefinition account) {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return 0;
        }
        int connections = downs > 0 ? 1 : account.connections();
        return Math.max(0, Math.min(connections - inFlight, rate(account, now)));
    }

    synchronized void began() {
        inFlight++;
        started.addLast(clock.instant());
    }

    synchronized void ended(SendResult result) {
        inFlight--;
        if (!(result instanceof SendResult.Deferred deferred)
                || deferred.fault().counts()) {
            downs = 0;
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(downs, 10));
        notBefore = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        downs++;
    }

    private int rate(AccountDefinition account, Instant now) {
        Instant minuteAgo = now.minus(MINUTE);
        while (!started.isEmpty() && !started.peekFirst().isAfter(minuteAgo)) {
            started.removeFirst();
        }
        return account.ratePerMinute().orElse(Integer.MAX_VALUE) - started.size();
    }
}
