package dev.serai.capture.mailbox.server;

import dev.serai.files.MailboxDefinition;
import dev.serai.files.StartFrom;
import dev.serai.store.LedgerEntry;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/** One look into a selected folder. Positions are the folder's prefix and a UID. */
final class ImapSession implements MailboxSession {
    private static final int HEADER_LIMIT = 1 << 18;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ROOT);

    private final ImapCommands imap;
    private final ImapFolder folder;
    private final Spool spool;
    private boolean listed;

    ImapSession(ImapCommands imap, ImapFolder folder, Spool spool) {
        this.imap = imap;
        this.folder = folder;
        this.spool = spool;
    }

    @Override
    public String prefix() {
        return folder.prefix();
    }

    @Override
    public boolean isAnew() {
        return folder.isAnew();
    }

    @Override
    public Optional<Mark> mark() {
        return listed ? folder.mark() : Optional.empty();
    }

    @Override
    public Listing list(long from) throws ConnectionFailed {
        folder.bringUpToDate();
        imap.listing();
        return listing("UID " + from + ":*", from);
    }

    @Override
    public Optional<Listing> listSince(Mark known) throws ConnectionFailed {
        folder.bringUpToDate();
        imap.listing();
        Mark now = folder.mark().orElse(null);
        if (now == null || !known.isBefore(now)) {
            return Optional.empty();
        }
        if (known.isStill(now)) {
            listed = true;
            return Optional.of(new Listing(List.of(), known.next()));
        }
        return Optional.of(listing("OR UID " + known.next() + ":* MODSEQ " + (known.modseq() + 1), known.next()));
    }

    private Listing listing(String criteria, long from) throws ConnectionFailed {
        List<Long> uids = new ArrayList<>(imap.search(criteria));
        if (criteria.startsWith("UID")) {
            // n:* always names the last mail, even when its UID is below n.
            uids.removeIf(uid -> uid < from);
        }
        listed = true;
        long last = uids.isEmpty() ? 0 : uids.get(uids.size() - 1);
        return new Listing(positions(uids), Math.max(from, last + 1));
    }

    @Override
    public List<String> unwanted(StartFrom startFrom) throws ConnectionFailed {
        String wanted = switch (startFrom.kind()) {
            case ALL -> "ALL";
            case UNSEEN -> "UNSEEN";
            case DATE -> "SINCE " + startFrom.date().orElseThrow().format(DAY);
            case NOW -> "";
        };
        List<Long> all = new ArrayList<>(imap.search("ALL"));
        if (!wanted.isEmpty()) {
            all.removeAll(new HashSet<>(imap.search(wanted)));
        }
        return positions(all);
    }

    @Override
    public Map<String, MailHead> heads(List<String> positions) throws ConnectionFailed {
        Map<String, MailHead> heads = new HashMap<>();
        for (List<Long> uids : UidSet.chunks(uids(positions))) {
            heads(UidSet.of(uids), ImapHead.ITEMS, heads);
        }
        List<String> missing = positions.stream()
                .filter(position -> !heads.containsKey(position))
                .toList();
        if (!missing.isEmpty()) {
            Set<String> gone = gone(missing);
            for (String position : missing) {
                if (!gone.contains(position)) {
                    alone(uid(position), heads);
                }
            }
        }
        return heads;
    }

    /** One that did not come with the others: odd headers must not hide it, so its size alone will do. */
    private void alone(long uid, Map<String, MailHead> heads) throws ConnectionFailed {
        heads(Long.toString(uid), ImapHead.ITEMS, heads);
        if (!heads.containsKey(prefix() + uid)) {
            heads(Long.toString(uid), "RFC822.SIZE", heads);
        }
    }

    private void heads(String uids, String items, Map<String, MailHead> heads) throws ConnectionFailed {
        imap.fetch(
                uids, items, line -> ImapHead.read(prefix(), line).ifPresent(head -> heads.put(head.position(), head)));
    }

    @Override
    public Set<String> gone(List<String> positions) throws ConnectionFailed {
        // What others removed is told by NOOP only; until then the server may go on to name it.
        imap.noop();
        Set<String> missing = new HashSet<>(positions);
        for (List<Long> chunk : UidSet.chunks(uids(positions))) {
            imap.search("UID " + UidSet.of(chunk)).forEach(uid -> missing.remove(prefix() + uid));
        }
        return missing;
    }

    @Override
    public void fetch(List<MailHead> heads, FetchForm form, Bodies bodies) throws ConnectionFailed {
        folder.touch();
        new ImapBodies(imap, this, spool).fetch(heads, form, bodies);
    }

    @Override
    public byte[] header(MailHead head) throws ConnectionFailed {
        List<byte[]> found = new ArrayList<>();
        imap.fetch(
                Long.toString(uid(head.position())),
                "BODY.PEEK[HEADER]<0." + HEADER_LIMIT + ">",
                line -> ImapBody.first(line).ifPresent(body -> found.add(ImapBody.bytes(body))));
        return found.isEmpty() ? new byte[0] : found.get(0);
    }

    @Override
    public Acknowledged acknowledge(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        if (entries.isEmpty()) {
            return new Acknowledged(Set.of(), Set.of());
        }
        folder.touch();
        return new ImapAfterProcessing(imap, this, folder.copied()).apply(entries, definition);
    }

    /** The folder stays selected. */
    @Override
    public List<String> doubts(MailboxDefinition definition) throws ConnectionFailed {
        return new ImapDoubts(imap, definition).list();
    }

    @Override
    public void close() {}

    long uid(String position) {
        return Long.parseLong(position.substring(prefix().length()));
    }

    List<Long> uids(List<String> positions) {
        return positions.stream().map(this::uid).sorted().toList();
    }

    /** Whose mail a FETCH line is about; a position that does not exist when it says none. */
    String position(FetchResponse line) {
        return prefix() + ImapHead.uid(line);
    }

    private List<String> positions(List<Long> uids) {
        return uids.stream().map(uid -> prefix() + uid).toList();
    }
}
