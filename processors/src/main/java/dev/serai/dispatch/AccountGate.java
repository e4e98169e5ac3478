package dev.serai.dispatch;

import dev.serai.dispatch.Fault.Kind;
import dev.serai.dispatch.Fault.Step;
import dev.serai.dispatch.SharedGate.Entry;
import dev.serai.files.AccountDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many mails an account may take on now: its connections, its mails in the last minute, the pause that its server,
 * its login or itself is in.
 */
final class AccountGate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LOGIN_PAUSE = Duration.ofMinutes(20);

    private final Clock clock;
    private final Brake brake;
    private final Deque<Instant> started = new ArrayDeque<>();
    private SharedGate host;
    private SharedGate login;
    private int inFlight;
    private @Nullable AccountDefinition known;

    AccountGate(Clock clock, SharedGate host, SharedGate login) {
        this.clock = clock;
        this.brake = new Brake(clock);
        this.host = host;
        this.login = login;
    }

    /**
     * @param server the gate of the account's server as the account is defined now
     * @param user the gate of its login there
     */
    synchronized int room(AccountDefinition account, SharedGate server, SharedGate user) {
        host = server;
        login = user;
        if (known != null && !known.equals(account)) {
            release();
        }
        known = account;
        int connections = Math.min(account.connections() - inFlight, brake.room(inFlight));
        int shared = Math.min(server.room(), user.room());
        return Math.max(0, Math.min(Math.min(connections, shared), rate(account, clock.instant())));
    }

    /** One mail is on its way, unless there is no room for it; what is returned is to be told what became of it. */
    synchronized Optional<Passage> begin(AccountDefinition account, SharedGate server, SharedGate user) {
        if (room(account, server, user) <= 0) {
            return Optional.empty();
        }
        Optional<Entry> atServer = server.enter();
        if (atServer.isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> atLogin = user.enter();
        if (atLogin.isEmpty()) {
            atServer.get().left();
            return Optional.empty();
        }
        inFlight++;
        started.addLast(clock.instant());
        Way way = new Way(atServer.get(), atLogin.get(), brake.mark());
        return Optional.of(result -> ended(way, result));
    }

    /** What a mail goes through. */
    private record Way(Entry server, Entry login, long mark) {}

    /** A mail on its way. */
    interface Passage {
        void ended(SendResult result);
    }

    /** Something may have been mended: the next mail tries it. */
    synchronized void release() {
        brake.release();
        host.brake().release();
        login.brake().release();
    }

    /** Why nothing leaves, the server's reason before the login's and the account's own. */
    synchronized Optional<Hindrance> hindrance() {
        return host.brake().hindrance().or(login.brake()::hindrance).or(brake::hindrance);
    }

    private synchronized void ended(Way way, SendResult result) {
        inFlight--;
        way.server().left();
        way.login().left();
        boolean left = result instanceof SendResult.Sent
                || (result instanceof SendResult.Partly partly && !partly.sent().isEmpty());
        if (left) {
            way.server().well();
            way.login().well();
            brake.well(way.mark());
        } else {
            Reasons.fault(result).ifPresent(fault -> judge(way, fault));
        }
    }

    private void judge(Way way, Fault fault) {
        switch (fault.concern()) {
            case HOST -> way.server().trouble(fault, Duration.ofSeconds(2), longest(fault));
            case ACCOUNT -> {
                way.server().well();
                notLoggedIn(way, fault);
            }
            case MAIL -> answered(way, fault);
            case HUB -> {}
        }
    }

    /** Wrong logins lock users out: three an hour at the most, by all accounts of the login together. */
    private void notLoggedIn(Way way, Fault fault) {
        if (fault.kind() == Kind.LOGIN) {
            way.login().trouble(fault, LOGIN_PAUSE, LOGIN_PAUSE);
        } else {
            brake.trouble(fault, MINUTE, LOGIN_PAUSE);
        }
    }

    /** A server that answers is not down, and has taken the login. */
    private void answered(Way way, Fault fault) {
        if (fault.step().compareTo(Step.MAIL) < 0 || fault.kind() == Kind.CONNECTION) {
            return;
        }
        way.server().well();
        way.login().well();
        if (fault.kind() == Kind.THROTTLED) {
            brake.trouble(fault, Duration.ofSeconds(30), Duration.ofMinutes(5));
        } else {
            brake.well(way.mark());
        }
    }

    /** A server that says 5xx to all who come has a reason that does not pass in a minute. */
    private static Duration longest(Fault fault) {
        return String.valueOf(fault.status()).startsWith("5") ? Duration.ofMinutes(15) : Duration.ofMinutes(1);
    }

    private int rate(AccountDefinition account, Instant now) {
        Instant minuteAgo = now.minus(MINUTE);
        while (!started.isEmpty() && !started.peekFirst().isAfter(minuteAgo)) {
            started.removeFirst();
        }
        return account.ratePerMinute().orElse(Integer.MAX_VALUE) - started.size();
    }
}
