package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.BODY;

/** Fetches bodies: small ones together in one command, large and difficult ones piece by piece into a file. */
final class ImapBodies {
    private final ImapCommands imap;
    private final ImapSession session;
    private final Spool spool;

    ImapBodies(ImapCommands imap, ImapSession session, Spool spool) {
        this.imap = imap;
        this.session = session;
        this.spool = spool;
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
        ImapCommands.Reply reply = imap.fetch(uids, "BODY.PEEK[]", line -> {
            MailHead head = missing.get(session.position(line));
            BODY body = ImapBody.first(line).orElse(null);
            if (head != null && body != null) {
                take(head, ImapBody.bytes(body), missing, wrong, bodies);
            }
        });
        missing.keySet().forEach(position -> wrong.putIfAbsent(position, reply.reason()));
        return wrong;
    }

    private static void take(
            MailHead head,
            byte[] mail,
            Map<String, MailHead> missing,
            Map<String, String> wrong,
            MailboxSession.Bodies bodies) {
        String fault = Completeness.fault(head, mail);
        if (fault.isEmpty()) {
            missing.remove(head.position());
            bodies.body(head, Body.of(mail));
        } else {
            wrong.put(head.position(), fault);
        }
    }

    private void inPieces(MailHead head, FetchForm form, MailboxSession.Bodies bodies) throws ConnectionFailed {
        try {
            Path file = spool.newFile();
            List<String> sections = form == FetchForm.PARTS ? List.of("HEADER", "TEXT") : List.of("");
            String fault = new ImapPieces(imap, session.uid(head.position())).copy(sections, head.size(), file);
            if (fault.isEmpty()) {
                fault = Completeness.fault(head, file);
            }
            if (fault.isEmpty()) {
                bodies.body(head, Body.of(file));
                return;
            }
            Spool.delete(file);
            tell(head, fault, bodies);
        } catch (IOException full) {
            throw new UncheckedIOException("the spool cannot be written", full);
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
