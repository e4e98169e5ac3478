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
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/** A selected IMAP folder. Positions are {@code <uidvalidity>:<uid>}, with the folder before it but for INBOX. */
final class ImapSession implements MailboxSession {
    private static final int CHUNK = 200;
    private static final int HEADER_LIMIT = 1 << 18;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ROOT);

    private final ImapCommands imap;
    private final String prefix;
    private final Spool spool;

    ImapSession(ImapCommands imap, long uidValidity, String folder, Spool spool) {
        this.imap = imap;
        this.prefix = (folder.equals("INBOX") ? "" : folder + "/") + uidValidity + ":";
        this.spool = spool;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Listing list(long from) throws ConnectionFailed {
        // n:* always names the last mail, even when its UID is below n.
        List<Long> uids = imap.search("UID " + from + ":*").stream()
                .filter(uid -> uid >= from)
                .toList();
        long next = uids.isEmpty() ? from : uids.get(uids.size() - 1) + 1;
        return new Listing(positions(uids), next);
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
        for (List<Long> uids : chunks(uids(positions))) {
            add(imap.fetch(UidSet.of(uids), ImapHead.ITEMS), heads);
            for (Long uid : uids) {
                if (!heads.containsKey(prefix + uid)) {
                    alone(uid, heads);
                }
            }
        }
        return heads;
    }

    /** One that did not come with the others: odd headers must not hide it, so its size alone will do. */
    private void alone(Long uid, Map<String, MailHead> heads) throws ConnectionFailed {
        add(imap.fetch(uid.toString(), ImapHead.ITEMS), heads);
        if (!heads.containsKey(prefix + uid)) {
            add(imap.fetch(uid.toString(), "RFC822.SIZE"), heads);
        }
    }

    private void add(ImapCommands.Reply reply, Map<String, MailHead> heads) {
        reply.fetched()
                .forEach(line -> ImapHead.read(prefix, line).ifPresent(head -> heads.put(head.position(), head)));
    }

    @Override
    public void fetch(List<MailHead> heads, Bodies bodies) throws ConnectionFailed {
        new ImapBodies(imap, this, spool).fetch(heads, bodies);
    }

    @Override
    public byte[] header(MailHead head) throws ConnectionFailed {
        ImapCommands.Reply reply =
                imap.fetch(Long.toString(uid(head.position())), "BODY.PEEK[HEADER]<0." + HEADER_LIMIT + ">");
        for (FetchResponse line : reply.fetched()) {
            BODY body = line.getItem(BODY.class);
            if (body != null && body.getByteArray() != null) {
                return bytes(body);
            }
        }
        return new byte[0];
    }

    @Override
    public Acknowledged acknowledge(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        return new ImapAfterProcessing(imap, this).apply(entries, definition);
    }

    @Override
    public void close() {
        imap.leave();
    }

    long uid(String position) {
        return Long.parseLong(position.substring(prefix.length()));
    }

    List<Long> uids(List<String> positions) {
        return positions.stream().map(this::uid).sorted().toList();
    }

    /** The UID that a FETCH line is about; -1 when it says none. */
    static long uid(FetchResponse line) {
        UID uid = line.getItem(UID.class);
        return uid == null ? -1 : uid.uid;
    }

    static byte[] bytes(BODY body) {
        return body.getByteArrayInputStream().readAllBytes();
    }

    /** Lists of at most 200, so that no command line becomes too long for a server. */
    static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private List<String> positions(List<Long> uids) {
        return uids.stream().map(uid -> prefix + uid).toList();
    }

    @Override
    public Set<String> gone(List<String> positions) throws ConnectionFailed {
        Set<String> missing = new HashSet<>(positions);
        for (List<Long> chunk : chunks(uids(positions))) {
            imap.search("UID " + UidSet.of(chunk)).forEach(uid -> missing.remove(prefix + uid));
        }
        return missing;
    }
}
