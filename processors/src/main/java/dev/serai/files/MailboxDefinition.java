package dev.serai.files;

import dev.serai.interaction.AccountName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A mailbox as its route file describes it.
 *
 * @param point what all points share
 * @param address the mailbox's own address
 * @param server where it is and who logs in
 * @param folder the IMAP folder; INBOX for POP3
 * @param startFrom counts at first contact only
 * @param afterProcessing what happens with a stored mail
 * @param moveToFolder given with {@link AfterProcessing#MOVE}
 * @param replyVia the account that answers
 * @param polling how it is read
 * @param limits what is taken
 * @param language of the mails, when fixed
 * @param transformers names out of transformers.yaml; empty = all that are enabled
 * @param joinBySubject whether a subject may say which thread a mail belongs to
 * @param expectMailWithin an alarm when nothing came for so long
 * @param trace whether each step is logged
 */
public record MailboxDefinition(
        PointDefaults point,
        String address,
        MailServer server,
        String folder,
        StartFrom startFrom,
        AfterProcessing afterProcessing,
        Optional<String> moveToFolder,
        AccountName replyVia,
        Polling polling,
        Limits limits,
        Optional<String> language,
        List<String> transformers,
        JoinBySubject joinBySubject,
        Optional<Duration> expectMailWithin,
        boolean trace)
        implements MailPoint {

    /**
     * How it is read.
     *
     * @param interval between two looks, default 30 s
     * @param idle whether IMAP IDLE is used where offered
     * @param maxPerPoll messages taken in one look, default 200
     * @param attempts how often bytes that the server will not give are asked for, default 5
     */
    public record Polling(Duration interval, boolean idle, int maxPerPoll, int attempts) {}

    /**
     * What is taken.
     *
     * @param maxMessageSize bytes, default 25 MB
     * @param oversize what happens with a larger mail
     * @param duplicates whether the same mail in several mailboxes counts once
     * @param splitByRecipient one interaction per recipient of ours
     * @param copyLimit at most so many of them, 1 to 50
     * @param maxMailbox mails that a POP3 mailbox may hold, default 100,000: each look lists them all
     */
    public record Limits(
            long maxMessageSize,
            Oversize oversize,
            Duplicates duplicates,
            boolean splitByRecipient,
            int copyLimit,
            int maxMailbox) {}

    /** What happens with a mail above the limit; a wrapper with its headers and size is made in both cases. */
    public enum Oversize {
        /** The original stays on the server. */
        LEAVE,
        /** The original is fetched all the same. */
        FETCH
    }

    /** How the same mail in several mailboxes counts. */
    public enum Duplicates {
        /** One interaction per mailbox. */
        PER_MAILBOX,
        /** One interaction in all. */
        ONCE
    }

    /** Whether a subject may say which thread a mail belongs to, where nothing else does. */
    public enum JoinBySubject {
        /** It never does. */
        NEVER,
        /** By a signed token of ours in it. */
        TOKEN,
        /** By a token, or by the words: the newest mail of the same contact under the same subject. */
        TEXT
    }

    /** The same, looked at only: nothing of it changes on the server. */
    public MailboxDefinition readOnly() {
        return new MailboxDefinition(
                point,
                address,
                server,
                folder,
                startFrom,
                AfterProcessing.NONE,
                Optional.empty(),
                replyVia,
                polling,
                limits,
                language,
                transformers,
                joinBySubject,
                expectMailWithin,
                trace);
    }

    @Override
    public String source() {
        return address;
    }
}
