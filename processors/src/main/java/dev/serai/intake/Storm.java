package dev.serai.intake;

import dev.serai.conversation.Verdict;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import dev.serai.store.Tx;
import java.time.Duration;
import java.util.Optional;

/**
 * More mail in one thread than people write: two programs that answer each other. Counted in the transaction that joins.
 *
 * @param most mails that a thread may get within the window
 */
public record Storm(int most, Duration window) {
    /** User data, true on a mail that is part of one. */
    static final String MARK = "Storm";

    public static Storm of(Settings settings) {
        return new Storm(settings.number(SettingKeys.THREADS_STORM), settings.duration(SettingKeys.REPLY_CAP_WINDOW));
    }

    /** Says that the mail which joins there is part of one. */
    Optional<String> at(Tx tx, String tenant, Verdict verdict) {
        return verdict.joined()
                .map(parent -> tx.threads()
                        .mailsSince(tenant, parent.threadId(), tx.now().minus(window)))
                .filter(count -> count >= most)
                .map(count -> "storm: its thread got " + count + " other mails within " + window.toMinutes()
                        + " minutes, " + most + " are the most (serai.threads.storm)");
    }
}
