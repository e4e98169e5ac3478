package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailServers;
import dev.serai.capture.mailbox.server.MailboxConnection;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.capture.mailbox.server.Spool;
import dev.serai.files.Home;
import dev.serai.files.MailboxDefinition;
import dev.serai.oauth2.Tokens;
import dev.serai.store.LedgerPeek;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Tries whether a mailbox can be read, and says what a look would take. The folder is opened read-only (EXAMINE; POP3:
 * nothing is retrieved or deleted), no flag is set, nothing is written.
 */
public final class MailboxProbe implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, MailboxProbe::daemon);
    private final MailServers servers;
    private final Optional<LedgerPeek> ledger;

    /** @param ledger what was taken before; empty = counted as at first contact */
    public MailboxProbe(Home home, Tokens tokens, Optional<LedgerPeek> ledger) {
        this.servers = new MailServers(home, tokens, timer, new Spool(Path.of("unused")));
        this.ledger = ledger;
    }

    /**
     * What was found.
     *
     * @param messages in the folder
     * @param wanted how many of them looks would take
     * @param firstContact whether they were counted as at first contact
     * @param doubts what will hinder afterProcessing, in sentences
     */
    public record Found(long messages, long wanted, boolean firstContact, List<String> doubts) {}

    /** @throws ConnectionFailed with the sentence */
    public Found look(MailboxDefinition mailbox) throws ConnectionFailed {
        MailboxConnection connection = servers.connection(mailbox.readOnly());
        try (MailboxSession session = connection.open()) {
            List<String> there = session.list(1).positions();
            Optional<Long> byLedger = byLedger(mailbox, there);
            long wanted = byLedger.isPresent()
                    ? byLedger.get()
                    : there.size() - session.unwanted(mailbox.startFrom()).size();
            return new Found(there.size(), wanted, byLedger.isEmpty(), session.doubts(mailbox));
        } finally {
            connection.close();
        }
    }

    private Optional<Long> byLedger(MailboxDefinition mailbox, List<String> positions) {
        String tenant = mailbox.point().tenant();
        return ledger.filter(known -> known.hasMet(tenant, mailbox.name()))
                .map(known -> known.wanted(tenant, mailbox.name(), positions));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "serai-probe-timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        servers.close();
        timer.shutdownNow();
    }
}
