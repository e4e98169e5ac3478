package dev.serai.dispatch;

import dev.serai.dispatch.Fault.Kind;
import dev.serai.dispatch.Fault.Step;
import dev.serai.files.AccountDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many mails an account may take on now: its connections, its mails in the last minute, the pause that its server or
 * its login is in.
 */
final class AccountGate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final Clock clock;
    private final Brake brake;
    private final Deque<Instant> started = new ArrayDeque<>();
    private HostGate host;
    private int inFlight;
    private @Nullable AccountDefinition known;

    AccountGate(Clock clock, HostGate host) {
        this.clock = clock;
        this.brake = new Brake(clock);
        this.host = host;
    }

    /** @param server the gate of the account's server as the account is defined now */
    synchronized int room(AccountDefinition account, HostGate server) {
        host = server;
        if (known != null && !known.equals(account)) {
            release();
        }
        known = account;
        int connections = Math.min(account.connections() - inFlight, brake.room(inFlight));
        return Math.max(0, Math.min(Math.min(connections, server.room()), rate(account, clock.instant())));
    }

    /** One mail is on its way; what is returned is to be told what became of it. */
    synchronized Passage began() {
        inFlight++;
        started.addLast(clock.instant());
        HostGate server = host;
        server.began();
        return result -> ended(server, result);
    }

    /** A mail on its way. */
    interface Passage {
        void ended(SendResult result);
    }

    /** Something may have been mended: the next mail tries it. */
    synchronized void release() {
        brake.release();
        host.brake().release();
    }

    /** Why nothing leaves, the server's reason before the account's own. */
    synchronized Optional<Hindrance> hindrance() {
        return host.brake().hindrance().or(brake::hindrance);
    }

    private synchronized void ended(HostGate server, SendResult result) {
        inFlight--;
        server.ended();
        boolean left = result instanceof SendResult.Sent
                || (result instanceof SendResult.Partly partly && !partly.sent().isEmpty());
        if (left) {
            server.brake().well();
            brake.well();
        } else {
            Reasons.fault(result).ifPresent(fault -> judge(server.brake(), fault));
        }
    }

    private void judge(Brake server, Fault fault) {
        switch (fault.concern()) {
            case HOST -> server.trouble(fault, Duration.ofSeconds(2), longest(fault));
            case ACCOUNT -> {
                server.well();
                brake.trouble(fault, firstLoginPause(fault), Duration.ofMinutes(20));
            }
            case MAIL -> answered(server, fault);
            case HUB -> {}
        }
    }

    /** A server that answers is not down, and has taken the login. */
    private void answered(Brake server, Fault fault) {
        if (fault.step().compareTo(Step.MAIL) < 0 || fault.kind() == Kind.CONNECTION) {
            return;
        }
        server.well();
        if (fault.kind() == Kind.THROTTLED) {
            brake.trouble(fault, Duration.ofSeconds(30), Duration.ofMinutes(5));
        } else {
            brake.well();
        }
    }

    /** A server that says 5xx to all who come has a reason that does not pass in a minute. */
    private static Duration longest(Fault fault) {
        return String.valueOf(fault.status()).startsWith("5") ? Duration.ofMinutes(15) : Duration.ofMinutes(1);
    }

    /** Wrong logins lock users out: three an hour at the most. */
    private static Duration firstLoginPause(Fault fault) {
        return fault.kind() == Kind.LOGIN ? Duration.ofMinutes(20) : Duration.ofMinutes(1);
    }

    private int rate(AccountDefinition account, Instant now) {
        Instant minuteAgo = now.minus(MINUTE);
        while (!started.isEmpty() && !started.peekFirst().isAfter(minuteAgo)) {
            started.removeFirst();
        }
        return account.ratePerMinute().orElse(Integer.MAX_VALUE) - started.size();
    }
}
