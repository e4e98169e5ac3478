package dev.serai.capture.mailbox.server;

import dev.serai.store.RawContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.BODY;

/** Fetches bodies: small ones together in one command, large and difficult ones piece by piece into a file. */
final class ImapBodies {
    private final ImapCommands imap;
    private final ImapSession session;
    private final ImapCopies copies;

    ImapBodies(ImapCommands imap, ImapSession session, Spool spool) {
        this.imap = imap;
        this.session = session;
        this.copies = new ImapCopies(imap, session, spool);
    }

    void fetch(List<MailHead> heads, FetchForm form, MailboxSession.Bodies bodies) throws ConnectionFailed {
        Map<String, MailHead> together = new LinkedHashMap<>();
        for (MailHead head : heads) {
            if (form == FetchForm.WHOLE && head.size() <= Spool.THRESHOLD) {
                together.put(head.position(), head);
            } else {
                inPieces(head, form, bodies);
            }
        }
        for (List<MailHead> chunk : UidSet.chunks(List.copyOf(together.values()))) {
            together(chunk, bodies);
        }
    }

    private void together(List<MailHead> heads, MailboxSession.Bodies bodies) throws ConnectionFailed {
        Map<String, MailHead> missing = new LinkedHashMap<>();
        heads.forEach(head -> missing.put(head.position(), head));
        List<Long> uids = session.uids(List.copyOf(missing.keySet()));
        Map<String, String> wrong = whole(UidSet.of(uids), missing, bodies);
        if (missing.isEmpty()) {
            return;
        }
        Set<String> gone = session.gone(List.copyOf(missing.keySet()));
        for (MailHead head : List.copyOf(missing.values())) {
            if (gone.contains(head.position())) {
                bodies.gone(head);
            } else if (heads.size() > 1) {
                alone(head, missing, bodies);
            } else {
                bodies.refused(head, wrong.getOrDefault(head.position(), ""));
            }
        }
    }

    /** One that did not come, or came broken, in company. */
    private void alone(MailHead head, Map<String, MailHead> missing, MailboxSession.Bodies bodies)
            throws ConnectionFailed {
        Map<String, String> wrong = whole(Long.toString(session.uid(head.position())), missing, bodies);
        if (missing.containsKey(head.position())) {
            bodies.refused(head, wrong.getOrDefault(head.position(), ""));
        }
    }

    /** Hands over what comes well; what does not stays missing. Yields why. */
    private Map<String, String> whole(String uids, Map<String, MailHead> missing, MailboxSession.Bodies bodies)
            throws ConnectionFailed {
        Map<String, String> wrong = new LinkedHashMap<>();
        Map<MailHead, String> doubtful = new LinkedHashMap<>();
        ImapCommands.Reply reply = imap.fetch(uids, "BODY.PEEK[]", line -> {
            MailHead head = missing.get(session.position(line));
            BODY body = ImapBody.first(line).orElse(null);
            if (head == null || body == null) {
                return;
            }
            byte[] mail = ImapBody.bytes(body);
            Completeness complete = Completeness.of(head, mail);
            if (!complete.fault().isEmpty()) {
                wrong.put(head.position(), complete.fault());
                return;
            }
            missing.remove(head.position());
            if (complete.certain()) {
                bodies.body(head, Body.of(mail));
            } else {
                doubtful.put(head, RawContent.of(mail).sha256());
            }
        });
        missing.keySet().forEach(position -> wrong.putIfAbsent(position, reply.reason()));
        for (Map.Entry<MailHead, String> cut : doubtful.entrySet()) {
            again(cut.getKey(), cut.getValue(), FetchForm.PIECES, bodies);
        }
        return wrong;
    }

    private void inPieces(MailHead head, FetchForm form, MailboxSession.Bodies bodies) throws ConnectionFailed {
        ImapCopies.Copy copy = copies.copy(head, form);
        Body body = copy.body();
        if (body == null) {
            tell(head, copy.complete().fault(), bodies);
        } else if (copy.complete().certain()) {
            bodies.body(head, body);
        } else {
            body.discard();
            FetchForm other = form == FetchForm.PARTS ? FetchForm.PIECES : FetchForm.PARTS;
            again(head, body.raw().sha256(), other, bodies);
        }
    }

    /** One that came shorter than told and may have been cut: it counts when it comes so in another form too. */
    private void again(MailHead head, String sha256, FetchForm form, MailboxSession.Bodies bodies)
            throws ConnectionFailed {
        ImapCopies.Copy copy = copies.copy(head, form);
        Body body = copy.body();
        if (body == null) {
            tell(head, copy.complete().fault(), bodies);
        } else if (copy.complete().certain() || body.raw().sha256().equals(sha256)) {
            bodies.body(head, body);
        } else {
            body.discard();
            tell(head, "the server sent fewer than the " + head.size() + " octets told, each time others", bodies);
        }
    }

    private void tell(MailHead head, String reason, MailboxSession.Bodies bodies) throws ConnectionFailed {
        if (session.gone(List.of(head.position())).isEmpty()) {
            bodies.refused(head, reason);
        } else {
            bodies.gone(head);
        }
    }
}
