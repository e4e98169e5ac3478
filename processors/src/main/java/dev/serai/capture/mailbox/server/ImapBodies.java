package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/** Fetches bodies: small ones together in one command, large ones piece by piece into a file. */
final class ImapBodies {
    private static final int PIECE = 1 << 19;
    private static final String NOTHING = "the server sent no content";
    private static final String REFUSED = "the server refused the fetch: ";
    private final ImapCommands imap;
    private final ImapSession session;
    private final Spool spool;

    ImapBodies(ImapCommands imap, ImapSession session, Spool spool) {
        this.imap = imap;
        this.session = session;
        this.spool = spool;
    }

    void fetch(List<MailHead> heads, MailboxSession.Bodies bodies) throws ConnectionFailed {
        List<MailHead> small = new ArrayList<>();
        for (MailHead head : heads) {
            if (head.size() > Spool.THRESHOLD) {
                large(head, bodies);
            } else {
                small.add(head);
            }
        }
        for (List<MailHead> chunk : ImapSession.chunks(small)) {
            together(chunk, bodies);
        }
    }

    private void together(List<MailHead> heads, MailboxSession.Bodies bodies) throws ConnectionFailed {
        Map<String, MailHead> missing =
                heads.stream().collect(Collectors.toMap(MailHead::position, Function.identity()));
        List<Long> uids = session.uids(List.copyOf(missing.keySet()));
        ImapCommands.Reply reply = imap.fetch(UidSet.of(uids), "BODY.PEEK[]");
        deliver(reply, missing, bodies);
        for (MailHead head : List.copyOf(missing.values())) {
            alone(head, missing, bodies);
        }
    }

    private void deliver(ImapCommands.Reply reply, Map<String, MailHead> missing, MailboxSession.Bodies bodies) {
        for (FetchResponse line : reply.fetched()) {
            BODY body = line.getItem(BODY.class);
            MailHead head = missing.get(session.prefix() + ImapSession.uid(line));
            if (head != null && body != null && body.getByteArray() != null) {
                missing.remove(head.position());
                bodies.body(head, Body.of(ImapSession.bytes(body)));
            }
        }
    }

    /** One that did not come with the others: gone, refused, or only refused in company. */
    private void alone(MailHead head, Map<String, MailHead> missing, MailboxSession.Bodies bodies)
            throws ConnectionFailed {
        long uid = session.uid(head.position());
        ImapCommands.Reply reply = imap.fetch(Long.toString(uid), "BODY.PEEK[]");
        deliver(reply, missing, bodies);
        if (!missing.containsKey(head.position())) {
            return;
        }
        tell(head, reply.ok() ? NOTHING : REFUSED + reply.text(), bodies);
    }

    private void large(MailHead head, MailboxSession.Bodies bodies) throws ConnectionFailed {
        try {
            Path file = spool.newFile();
            Optional<String> refused = copy(session.uid(head.position()), file);
            if (refused.isEmpty() && Files.size(file) > 0) {
                bodies.body(head, Body.of(file));
                return;
            }
            Spool.delete(file);
            tell(head, refused.orElse(NOTHING), bodies);
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

    /** Until a piece comes short: sizes that servers tell are not always true. Yields why it was refused, if so. */
    private Optional<String> copy(long uid, Path file) throws ConnectionFailed, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            int length = PIECE;
            for (long from = 0; length == PIECE; from += length) {
                ImapCommands.Reply reply = imap.fetch(Long.toString(uid), "BODY.PEEK[]<" + from + "." + PIECE + ">");
                if (!reply.ok()) {
                    return Optional.of(REFUSED + reply.text());
                }
                byte[] piece = piece(reply);
                out.write(piece);
                length = piece.length;
            }
            return Optional.empty();
        }
    }

    private static byte[] piece(ImapCommands.Reply reply) {
        for (FetchResponse line : reply.fetched()) {
            BODY body = line.getItem(BODY.class);
            if (body != null && body.getByteArray() != null) {
                return ImapSession.bytes(body);
            }
        }
        return new byte[0];
    }
}
