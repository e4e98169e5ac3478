package dev.serai.capture;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a point that this node is to look at shows life. Judged from outside, by the clock: a look that never comes back
 * says nothing itself.
 */
final class Liveness {
    private @Nullable Instant attendedSince;
    private @Nullable Instant lastSign;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastMail;
    private @Nullable Instant firstContact;
    private @Nullable Silence silence;
    private boolean succeeded;

    /** It is silent since then, for that reason. */
    record Silence(Instant since, String because) {}

    /** This node is to look from now on, unless it is already. */
    synchronized void attended(Instant at) {
        if (attendedSince == null) {
            attendedSince = at;
            lastSign = at;
            succeeded = false;
        }
    }

    /** It is not to be looked at, or another node does it: whatever was wrong is over here. */
    synchronized void rests() {
        leaves();
        silence = null;
    }

    /** Nobody attends to it, as between two runs: what was wrong stays so. */
    synchronized void leaves() {
        attendedSince = null;
    }

    /** It lives, though nothing was achieved: the hub's own database was away. */
    synchronized void sign(Instant at) {
        lastSign = at;
    }

    /** A look went well. */
    synchronized void success(Instant at) {
        attended(at);
        sign(at);
        succeeded = true;
        lastSuccess = at;
        firstContact = firstContact == null ? at : firstContact;
    }

    /** Mail came, or waits there. */
    synchronized void mail(Instant at) {
        sign(at);
        lastMail = at;
    }

    synchronized void remembers(PointPast past) {
        firstContact = past.firstContact() == null ? firstContact : past.firstContact();
        lastMail = later(lastMail, past.lastMail());
        Instant silentSince = past.silentSince();
        if (silence == null && silentSince != null) {
            silence = new Silence(silentSince, "since before this run, and no look went well yet");
        }
    }

    synchronized Optional<Silence> silence() {
        return Optional.ofNullable(silence);
    }

    synchronized @Nullable Instant lastMail() {
        return lastMail;
    }

    /** Silence begins with its reason; it ends without one, but not before a look went well. */
    synchronized void judge(Patience patience, Instant now) {
        Instant sign = lastSign;
        if (attendedSince == null || sign == null) {
            return;
        }
        Optional<String> because = patience.withoutSign(sign, lastSuccess, now).or(() -> withoutMail(patience, now));
        Silence before = silence;
        if (because.isPresent()) {
            silence = new Silence(before == null ? now : before.since(), because.get());
        } else if (before != null && lastSuccess != null && lastSuccess.isAfter(before.since())) {
            silence = null;
        }
    }

    /** What waited there while nobody looked is given the time to come in. */
    private Optional<String> withoutMail(Patience patience, Instant now) {
        Instant last = lastMail == null ? firstContact : lastMail;
        return succeeded && last != null ? patience.withoutMail(last, now) : Optional.empty();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
