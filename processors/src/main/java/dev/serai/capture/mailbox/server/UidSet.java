package dev.serai.capture.mailbox.server;

import java.util.ArrayList;
import java.util.List;

/** UIDs as IMAP writes them (RFC 3501 section 9, sequence-set): ranges hold given UIDs only. */
final class UidSet {
    private static final int CHUNK = 500;

    private UidSet() {}

    /** Lists of at most 500, so that no command line becomes too long for a server (RFC 7162 section 4). */
    static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    /** @param uids ascending */
    static String of(List<Long> uids) {
        StringBuilder text = new StringBuilder();
        for (int from = 0, to; from < uids.size(); from = to + 1) {
            to = from;
            while (to + 1 < uids.size() && uids.get(to + 1) == uids.get(to) + 1) {
                to++;
            }
            text.append(text.isEmpty() ? "" : ",").append(uids.get(from));
            if (to > from) {
                text.append(':').append(uids.get(to));
            }
        }
        return text.toString();
    }
}
