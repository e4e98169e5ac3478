package dev.serai.strategy;

import dev.serai.files.ForwardKeys;
import dev.serai.files.NotifyKeys;
import dev.serai.files.ReplyKeys;
import dev.serai.files.Settings;
import dev.serai.interaction.InteractionId;
import dev.serai.store.AnswerKey;
import dev.serai.store.AnswerTable;
import dev.serai.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many automatic answers go out before a loop is suspected: programs that answer programs do not always say that they
 * are ones. Counted in the transaction of the decision, over all nodes.
 *
 * @param window in which they are counted
 * @param address most to one address
 * @param thread most in one thread
 * @param domain most to one domain
 * @param same most to one domain for mails that say the same, whoever sends them
 * @param forwards mails of one thread that are passed on or told of at the most
 * @param notified most notifications to one address
 */
public record AnswerCaps(Duration window, int address, int thread, int domain, int same, int forwards, int notified) {

    static AnswerCaps of(Settings settings) {
        return new AnswerCaps(
                settings.duration(ReplyKeys.CAP_WINDOW),
                settings.number(ReplyKeys.CAP_ADDRESS),
                settings.number(ReplyKeys.CAP_THREAD),
                settings.number(ReplyKeys.CAP_DOMAIN),
                settings.number(ReplyKeys.CAP_SAME),
                settings.number(ForwardKeys.CAP_THREAD),
                settings.number(NotifyKeys.CAP_ADDRESS));
    }

    /** Why one more must not go out; empty when it may, and then it is counted. */
    Optional<Suppression.Why> against(Tx tx, String tenant, AnswerKey key) {
        tx.answers().lock();
        AnswerTable.Counts counts = tx.answers().counts(tenant, key, tx.now().minus(window));
        Optional<Suppression.Why> reason = over(Suppression.CAP_ADDRESS, counts.toAddress(), address, "to this address")
                .or(() -> over(Suppression.CAP_THREAD, counts.inThread(), thread, "in this thread"))
                .or(() ->
                        over(Suppression.CAP_SAME, counts.toSame(), same, "to this domain for mail that says the same"))
                .or(() -> over(Suppression.CAP_DOMAIN, counts.toDomain(), domain, "to this domain"));
        if (reason.isEmpty()) {
            tx.answers().insert(tenant, key);
        }
        return reason;
    }

    /** Why one more mail of a thread must not be passed on; empty when it may. */
    Optional<Suppression.Why> againstForward(Tx tx, String tenant, InteractionId thread) {
        tx.answers().lock();
        long count = tx.threads().passedOnSince(tenant, thread, tx.now().minus(window));
        return count < forwards
                ? Optional.empty()
                : Optional.of(Suppression.CAP_FORWARD.because("of this thread " + count
                        + " mails were passed on or told of within " + window.toMinutes() + " minutes, " + forwards
                        + " are the most"));
    }

    /**
     * Why somebody must not be told of one more mail of a thread; empty when he may, and then it is counted. The thread's
     * cap is that of forwards: a program that answers what it is told goes round in the same circle.
     */
    Optional<Suppression.Why> againstNotification(Tx tx, String tenant, InteractionId thread, List<String> addresses) {
        Optional<Suppression.Why> ofThread = againstForward(tx, tenant, thread);
        if (ofThread.isPresent()) {
            return ofThread;
        }
        Instant since = tx.now().minus(window);
        long least = addresses.stream()
                .mapToLong(one -> tx.answers().notifiedSince(tenant, one, since))
                .min()
                .orElse(0);
        if (least >= notified) {
            return Optional.of(Suppression.CAP_NOTIFIED.because("there were " + least + " notifications to "
                    + String.join(", ", addresses) + " within " + window.toMinutes() + " minutes, " + notified
                    + " are the most"));
        }
        addresses.forEach(one -> tx.answers().notified(tenant, one));
        return Optional.empty();
    }

    private Optional<Suppression.Why> over(Suppression reason, long count, int most, String where) {
        return count < most
                ? Optional.empty()
                : Optional.of(reason.because("there were " + count + " automatic answers " + where + " within "
                        + window.toMinutes() + " minutes, " + most + " are the most"));
    }
}
