package dev.serai.capture.mailbox;

import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointPast;
import dev.serai.capture.PointState;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.Trouble;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.PointName;
import dev.serai.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a mailbox does each time it is its turn: decide whether to look, look, and say when it is to come again. */
final class MailboxCycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxCycle.class);
    private static final Duration RESTING = Duration.ofSeconds(30);
    private static final Duration UNDECIDED = Duration.ofSeconds(1);
    private static final Duration SLOWED_AGAIN = Duration.ofSeconds(1);

    /** Servers may end an IDLE after half an hour (RFC 2177 section 3). */
    private static final Duration IDLE = Duration.ofMinutes(25);

    private final PointName name;
    private final MailboxTools tools;
    private final PointHealth health;
    private final MailboxRole role;
    private final MailboxLooks looks;
    private final Runnable wake;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private boolean remembered;
    private Instant lookDue = Instant.MIN;
    private String trouble = "";
    private boolean loggedInAnew;

    /** @param wake called when its turn should come at once: this node may look now, or no longer, or there is news */
    MailboxCycle(PointName name, MailboxTools tools, Consumer<Captured> steps, Runnable wake) {
        this.name = name;
        this.tools = tools;
        this.health = tools.points().health(name);
        this.role = tools.roles().of(name, wake);
        this.looks = new MailboxLooks(name, tools, role, steps);
        this.wake = wake;
    }

    /** The host whose line it stands in. */
    String host() {
        MailboxDefinition mailbox =
                tools.environment().generation().get().mailboxes().get(name);
        return mailbox == null ? "" : mailbox.server().host().toLowerCase(Locale.ROOT);
    }

    /** Whether the last look failed. */
    boolean isDoubtful() {
        return backoff.failures() > 0;
    }

    /** Never fails; yields when to come again. */
    Duration turn() {
        Duration again = attempt();
        health.looksAgain(now().plus(again));
        return again;
    }

    private Duration attempt() {
        MailboxDefinition mailbox =
                tools.environment().generation().get().mailboxes().get(name);
        if (mailbox == null || !mailbox.point().enabled()) {
            return rest(PointState.DISABLED, RESTING);
        }
        Duration interval = mailbox.polling().interval();
        try {
            return turn(mailbox, interval);
        } catch (ConnectionFailed failed) {
            return failed.isLoginOver() && !loggedInAnew ? again(failed) : failed(failed.sentence(), interval);
        } catch (StoreException.Unavailable away) {
            return failed(PointState.WAITING, Trouble.words(away), backoff.afterOutage(interval));
        } catch (Slowed enough) {
            return slowed(enough, interval);
        } catch (RoleLost lost) {
            return rest(PointState.STANDBY, RESTING);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return rest(PointState.WAITING, interval);
        } catch (RuntimeException unforeseen) {
            LOG.error("mailbox look failed in an unforeseen way point={}", name, unforeseen);
            return failed(Trouble.words(unforeseen), interval);
        }
    }

    /** Logs out and lets other nodes look. */
    void end() {
        looks.disconnect();
        role.release();
    }

    private Duration turn(MailboxDefinition mailbox, Duration interval)
            throws ConnectionFailed, RoleLost, InterruptedException, Slowed {
        if (tools.points().isPaused(name)) {
            return rest(PointState.PAUSED, RESTING);
        }
        role.want();
        switch (role.standing()) {
            case ELSEWHERE -> throw new RoleLost();
            case UNKNOWN -> {
                return undecided();
            }
            case HERE -> attend(mailbox);
        }
        if (health.state() == PointState.SLOWED && now().isBefore(lookDue)) {
            tools.room().intake().check();
        }
        looks.look(mailbox);
        loggedInAnew = false;
        health.succeeded(looks.backlog());
        tools.environment().tokens().trouble(mailbox.server()).ifPresent(health::noted);
        trouble = "";
        Duration next = backoff.afterSuccess(interval);
        return looks.hasMore() ? Duration.ZERO : listening(mailbox, next);
    }

    private void attend(MailboxDefinition mailbox) {
        if (!remembered) {
            tools.watchdog()
                    .remembers(
                            name,
                            PointPast.read(
                                    tools.environment().store(), mailbox.point().tenant(), name));
            remembered = true;
        }
        health.attended();
    }

    /** A server that tells what is new is asked anew before it ends the connection for silence. */
    private Duration listening(MailboxDefinition mailbox, Duration next) {
        return looks.listen(mailbox, wake) && next.compareTo(IDLE) > 0 ? IDLE : next;
    }

    /** Whether this or another node may look is not known; who was connected is no longer. */
    private Duration undecided() {
        remembered = false;
        looks.disconnect();
        health.rests(PointState.WAITING);
        return UNDECIDED;
    }

    private Duration rest(PointState state, Duration interval) {
        remembered = false;
        if (state == PointState.STANDBY) {
            looks.disconnect();
        } else {
            end();
        }
        health.rests(state);
        return interval;
    }

    /** It looks as often as ever, so that it is known to live, and asks in between whether there is room again. */
    private Duration slowed(Slowed enough, Duration interval) {
        if (health.state() != PointState.SLOWED || !now().isBefore(lookDue)) {
            lookDue = now().plus(backoff.afterSuccess(interval));
            health.slowed(looks.backlog(), enough.sentence());
        }
        trouble = "";
        return SLOWED_AGAIN;
    }

    private Duration failed(String sentence, Duration interval) {
        return failed(PointState.FAILING, sentence, backoff.afterFailure(interval));
    }

    /** The server ended the login, not the mail: once at once, with a new token if it takes that. */
    private Duration again(ConnectionFailed ended) {
        LOG.info("login ran out, it is renewed point={} reason={}", name, ended.sentence());
        loggedInAnew = true;
        looks.disconnect();
        return Duration.ZERO;
    }

    private Duration failed(PointState state, String sentence, Duration again) {
        looks.disconnect();
        health.failed(state, sentence);
        if (!sentence.equals(trouble)) {
            LOG.warn("mailbox cannot be read, it is tried again point={} reason={}", name, sentence);
            trouble = sentence;
        }
        return again;
    }

    private Instant now() {
        return tools.environment().clock().instant();
    }
}
