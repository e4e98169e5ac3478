package dev.serai.capture.mailbox.server;

import dev.serai.files.MailboxDefinition;
import dev.serai.files.StartFrom;
import dev.serai.store.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One open look into a mailbox. Mails are named by position; all methods fail when the connection does. */
public interface MailboxSession extends AutoCloseable {

    /** How the positions of this session begin; another beginning means that the server numbered anew. */
    String prefix();

    /** Positions of this session in the server's order, from a number on where it has numbers. */
    Listing list(long from) throws ConnectionFailed;

    /** Whether this is the first look of a connection on which looks go on: what was listed before counts no longer. */
    default boolean isAnew() {
        return false;
    }

    /** How far this session listed, where the server counts changes and the session began anew; empty before it did. */
    default Optional<Mark> mark() {
        return Optional.empty();
    }

    /** Positions that came or changed since; empty when the server cannot tell, or lost count: then all are to be listed. */
    default Optional<Listing> listSince(Mark known) throws ConnectionFailed {
        return Optional.empty();
    }

    /** Positions that are not wanted at first contact. */
    List<String> unwanted(StartFrom startFrom) throws ConnectionFailed;

    /** What the server says of these mails; absent when gone, or when it says nothing. */
    Map<String, MailHead> heads(List<String> positions) throws ConnectionFailed;

    /** Which of these are no longer there. */
    Set<String> gone(List<String> positions) throws ConnectionFailed;

    /** Fetches the bodies, telling each mail's fate. */
    void fetch(List<MailHead> heads, FetchForm form, Bodies bodies) throws ConnectionFailed;

    /** The header section, at most 256 KiB of it; empty when the server does not give it. */
    byte[] header(MailHead head) throws ConnectionFailed;

    /** Does what afterProcessing says with mails that the ledger holds, each verified before it is moved or deleted. */
    Acknowledged acknowledge(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed;

    /** What would hinder afterProcessing, in sentences; asks only. */
    default List<String> doubts(MailboxDefinition definition) throws ConnectionFailed {
        return List.of();
    }

    @Override
    void close();

    /**
     * What lies there.
     *
     * @param next from which number on there is nothing that was not listed; 1 where all must be listed each time
     */
    record Listing(List<String> positions, long next) {}

    /**
     * What became of acknowledgements; what is in none of them is tried again at the next look.
     *
     * @param done done, or gone
     * @param differing left alone, since the server shows other bytes at the position now
     * @param refused positions with which the server did not do it, each with its words
     */
    record Acknowledged(Set<String> done, Set<String> differing, Map<String, String> refused) {
        Acknowledged(Set<String> done, Set<String> differing) {
            this(done, differing, Map.of());
        }
    }

    /** Takes what a fetch yields. */
    interface Bodies {
        void body(MailHead head, Body body);

        /** Somebody removed it meanwhile. */
        void gone(MailHead head);

        /** The server does not give it. */
        void refused(MailHead head, String reason);
    }
}
