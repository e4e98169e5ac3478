package dev.serai.capture.mailbox.server;

import java.util.List;

/** UIDs as IMAP writes them (RFC 3501 section 9, sequence-set): ranges hold given UIDs only. */
final class UidSet {
    private UidSet() {}

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
