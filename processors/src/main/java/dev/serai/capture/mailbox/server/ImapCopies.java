package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies mails piece by piece into spool files; none stays of a mail that cannot be had. */
final class ImapCopies {
    private final ImapCommands imap;
    private final ImapSession session;
    private final Spool spool;

    ImapCopies(ImapCommands imap, ImapSession session, Spool spool) {
        this.imap = imap;
        this.session = session;
        this.spool = spool;
    }

    /**
     * What came.
     *
     * @param body to be handed on or discarded; null when there is a fault
     */
    record Copy(@Nullable Body body, Completeness complete) {}

    /** @throws UncheckedIOException when the spool cannot be written */
    Copy copy(MailHead head, FetchForm form) throws ConnectionFailed {
        try {
            Path file = spool.newFile();
            Copy copy = null;
            try {
                copy = into(file, head, form);
                return copy;
            } finally {
                if (copy == null || copy.body() == null) {
                    Spool.delete(file);
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the spool cannot be written", full);
        }
    }

    private Copy into(Path file, MailHead head, FetchForm form) throws ConnectionFailed, IOException {
        List<String> sections = form == FetchForm.PARTS ? List.of("HEADER", "TEXT") : List.of("");
        String fault = new ImapPieces(imap, session.uid(head.position())).copy(sections, head.size(), file);
        Completeness complete = fault.isEmpty() ? Completeness.of(head, file) : new Completeness(fault, false);
        return new Copy(complete.fault().isEmpty() ? Body.of(file) : null, complete);
    }
}
