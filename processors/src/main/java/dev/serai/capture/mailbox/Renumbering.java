package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.MailboxSession;
import java.util.Arrays;
import java.util.List;

/**
 * Which mails of a new numbering cannot be told apart by size, date and Message-ID; the heads of all of them are looked at
 * once, eight bytes of each are kept meanwhile.
 */
final class Renumbering {
    private static final int CHUNK = 1000;
    private static final int PATIENCE = 3;

    private long[] prints = {};
    private String counted = "";
    private int broken;

    /** Those of the heads that no other mail of this numbering resembles; none where the heads of all cannot be had. */
    List<MailHead> unique(MailboxSession session, PointFacts facts, List<MailHead> heads) throws ConnectionFailed {
        if (!counted.equals(session.prefix())) {
            if (broken >= PATIENCE) {
                return List.of();
            }
            count(session, facts);
        }
        return heads.stream()
                .filter(head -> isUnique(Triple.of(head).fingerprint()))
                .toList();
    }

    private void count(MailboxSession session, PointFacts facts) throws ConnectionFailed {
        try {
            List<String> all = session.list(1).positions().stream()
                    .filter(facts::isNumberedAnew)
                    .toList();
            prints = prints(session, all);
            counted = session.prefix();
            broken = 0;
        } catch (ConnectionFailed failed) {
            broken++;
            throw failed;
        }
    }

    private static long[] prints(MailboxSession session, List<String> positions) throws ConnectionFailed {
        long[] prints = new long[positions.size()];
        int size = 0;
        for (int from = 0; from < positions.size(); from += CHUNK) {
            List<String> chunk = positions.subList(from, Math.min(positions.size(), from + CHUNK));
            for (MailHead head : session.heads(chunk).values()) {
                prints[size++] = Triple.of(head).fingerprint();
            }
        }
        long[] sorted = Arrays.copyOf(prints, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private boolean isUnique(long print) {
        int at = Arrays.binarySearch(prints, print);
        boolean before = at > 0 && prints[at - 1] == print;
        boolean after = at >= 0 && at + 1 < prints.length && prints[at + 1] == print;
        return at >= 0 && !before && !after;
    }
}
