package dev.serai.capture.mailbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/** The contents that a FETCH line carries; NIL is none. */
final class ImapBody {
    private ImapBody() {}

    static Optional<BODY> first(FetchResponse line) {
        return all(line).stream().findFirst();
    }

    static List<BODY> all(FetchResponse line) {
        List<BODY> all = new ArrayList<>();
        for (int i = 0; i < line.getItemCount(); i++) {
            if (line.getItem(i) instanceof BODY body && body.getByteArray() != null) {
                all.add(body);
            }
        }
        return all;
    }

    static byte[] bytes(BODY body) {
        return body.getByteArrayInputStream().readAllBytes();
    }
}
