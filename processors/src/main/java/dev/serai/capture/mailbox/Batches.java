package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.Spool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a page into what is fetched with one command: small mails up to 2 MiB together, then each large one, for which no
 * other waits; the difficult last, each alone.
 */
final class Batches {
    private static final int ITEMS = 500;
    private static final long BYTES = 2L << 20;

    private Batches() {}

    /** @param difficult positions that made trouble before; they come last, each alone */
    static List<List<MailHead>> of(List<MailHead> page, Set<String> difficult) {
        List<List<MailHead>> batches = new ArrayList<>();
        List<List<MailHead>> large = new ArrayList<>();
        List<List<MailHead>> alone = new ArrayList<>();
        List<MailHead> together = new ArrayList<>();
        long bytes = 0;
        for (MailHead head : page) {
            if (difficult.contains(head.position())) {
                alone.add(List.of(head));
            } else if (head.size() > Spool.THRESHOLD) {
                large.add(List.of(head));
            } else {
                if (bytes + head.size() > BYTES || together.size() == ITEMS) {
                    batches.add(List.copyOf(together));
                    together.clear();
                    bytes = 0;
                }
                together.add(head);
                bytes += head.size();
            }
        }
        if (!together.isEmpty()) {
            batches.add(List.copyOf(together));
        }
        batches.addAll(large);
        batches.addAll(alone);
        return batches;
    }
}
