package dev.serai.intake;

import dev.serai.conversation.Verdict;
import dev.serai.files.IntakeKeys;
import dev.serai.files.ReplyKeys;
import dev.serai.files.Settings;
import dev.serai.files.ThreadsKeys;
import dev.serai.interaction.Party;
import dev.serai.store.Ahead;
import dev.serai.store.Much;
import dev.serai.store.Tx;
import java.time.Duration;
import java.util.Optional;

/**
 * More mail in one thread, or from one sender, than people write: programs. Told in the transaction that joins.
 *
 * @param most mails that a thread may get within the window
 * @param mostOfSender mails that a contact may send within the window, in whatever thread; 0 = any number
 */
public record Storm(int most, int mostOfSender, Duration window) {
    /** User data, true on a mail that is part of one. */
    static final String MARK = "Storm";

    public static Storm of(Settings settings) {
        return new Storm(
                settings.number(ThreadsKeys.STORM),
                settings.number(IntakeKeys.SENDER_STORM),
                settings.duration(ReplyKeys.CAP_WINDOW));
    }

    /** Names what {@link #at} will read. */
    void announce(Ahead ahead, String tenant, Optional<Party> sender) {
        if (mostOfSender > 0) {
            sender.ifPresent(party -> ahead.sender(tenant, party.address(), much()));
        }
    }

    /** Says that the mail which joins there, of that sender, is part of one. */
    Optional<String> at(Tx tx, String tenant, Verdict verdict, Optional<Party> sender) {
        return ofThread(tx, tenant, verdict).or(() -> ofSender(tx, tenant, sender));
    }

    private Optional<String> ofThread(Tx tx, String tenant, Verdict verdict) {
        return verdict.joined()
                .map(parent -> tx.threads()
                        .mailsSince(tenant, parent.threadId(), tx.now().minus(window)))
                .filter(count -> count >= most)
                .map(count -> "storm: its thread got " + count + " other mails within " + window.toMinutes()
                        + " minutes, " + most + " are the most (serai.threads.storm)");
    }

    private Optional<String> ofSender(Tx tx, String tenant, Optional<Party> sender) {
        return sender.filter(party -> mostOfSender > 0)
                .filter(party -> tx.contacts().writesMuch(tenant, party.address(), much()))
                .map(party -> "storm: its sender sent more than " + mostOfSender + " mails within " + window.toMinutes()
                        + " minutes (serai.intake.sender-storm)");
    }

    private Much much() {
        return new Much(mostOfSender, window);
    }
}
