package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies one mail piece by piece into a file (RFC 3501 section 6.4.5, partial fetch). */
final class ImapPieces {
    private static final int PIECE = (int) Spool.THRESHOLD;
    private final ImapCommands imap;
    private final String uid;

    ImapPieces(ImapCommands imap, long uid) {
        this.imap = imap;
        this.uid = Long.toString(uid);
    }

    /**
     * Copies sections one after the other.
     *
     * @param sections as FETCH names them; the empty one is the whole mail
     * @param told octets of the mail, as the server says; not always true
     * @return why it cannot be had; empty when all is well
     */
    String copy(List<String> sections, long told, Path file) throws ConnectionFailed, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            long length = 0;
            for (String section : sections) {
                long before = length;
                String[] fault = {""};
                length += section(section, told - before, out, fault);
                if (!fault[0].isEmpty()) {
                    return fault[0];
                }
            }
            return length == 0 && told > 0 ? "the server sent no content" : "";
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    /** Until nothing comes any more, or a piece comes short when all was had that was told. */
    private long section(String section, long told, OutputStream out, String[] fault) throws ConnectionFailed {
        long[] length = {0};
        long before;
        do {
            before = length[0];
            String item = "BODY.PEEK[" + section + "]<" + before + "." + PIECE + ">";
            ImapCommands.Reply reply = imap.fetch(
                    uid,
                    item,
                    line -> ImapBody.first(line)
                            .ifPresent(body -> length[0] += write(body.getByteArrayInputStream(), out)));
            if (!reply.ok() || reply.garbage() > 0) {
                fault[0] = reply.reason();
                return length[0];
            }
            if (length[0] > Math.max(0, told) + Spool.EXCESS) {
                fault[0] = "the server sends on and on, more than the " + told + " octets that it told";
                return length[0];
            }
        } while (length[0] - before == PIECE || (length[0] > before && length[0] < told));
        return length[0];
    }

    private static long write(java.io.InputStream piece, OutputStream out) {
        try {
            return piece.transferTo(out);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
