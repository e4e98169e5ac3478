package dev.serai.capture.mailbox.server;

/**
 * How far a mailbox is known, in the server's own numbers (RFC 7162); worth something under one prefix only.
 *
 * @param modseq HIGHESTMODSEQ: every change up to here is known
 * @param next UIDNEXT: no mail had this UID or a higher one
 * @param mails how many there were
 */
public record Mark(long modseq, long next, long mails) {

    /** Whether nothing came since: servers that lost count are not believed. */
    boolean isStill(Mark now) {
        return now.modseq == modseq && now.next == next && now.mails <= mails;
    }

    /** Whether what changed since can be asked for. */
    boolean isBefore(Mark now) {
        return now.modseq >= modseq && now.next >= next;
    }
}
