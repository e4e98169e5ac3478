package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.Body;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.FetchForm;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.capture.mailbox.server.Trouble;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.Arrival;
import dev.serai.store.ReceiveUnit;
import dev.serai.store.Received;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Fetches one page and stores it: the commits of a batch run while the next one is fetched. */
final class PageTaker implements MailboxSession.Bodies {
    private final Store store;
    private final Clock clock;
    private final ByteBudget budget;
    private final Arrivals arrivals;
    private final Fates fates;
    private final Map<MailHead, CompletableFuture<Received>> writing = new LinkedHashMap<>();
    private final Map<String, ByteBudget.Share> shares = new LinkedHashMap<>();

    PageTaker(Store store, Clock clock, MailboxDefinition mailbox, ByteBudget budget, Fates fates) {
        this.store = store;
        this.clock = clock;
        this.budget = budget;
        this.arrivals = new Arrivals(mailbox, clock);
        this.fates = fates;
    }

    /** Takes the fate of each mail of a page. */
    interface Fates {
        void stored(MailHead head, Received received);

        void gone(MailHead head);

        void refused(MailHead head, String reason);
    }

    /** Fetches a batch within the byte budget and hands it to the store. */
    void fetch(MailboxSession session, List<MailHead> batch, FetchForm form)
            throws ConnectionFailed, InterruptedException, Slowed {
        List<ByteBudget.Share> taken = budget.take(
                batch.stream().map(head -> ByteBudget.cost(head.size())).toList());
        for (int i = 0; i < batch.size(); i++) {
            shares.put(batch.get(i).position(), taken.get(i));
        }
        try {
            session.fetch(batch, form, this);
        } finally {
            shares.values().forEach(ByteBudget.Share::giveBack);
            shares.clear();
        }
    }

    /** Whether a mail came, in this look. */
    boolean has(MailHead head) {
        return writing.containsKey(head);
    }

    /** Whether any mail came, in this look. */
    boolean hasAny() {
        return !writing.isEmpty();
    }

    /** Stores the headers of a mail that is too large. */
    void wrap(MailHead head, byte[] header) {
        if (header.length == 0) {
            fates.refused(head, "the server does not give the headers of a mail above maxMessageSize");
        } else {
            write(head, arrivals.wrapper(head, header), () -> {});
        }
    }

    @Override
    public void body(MailHead head, Body body) {
        ByteBudget.Share share = shares.remove(head.position());
        Runnable letGo = () -> {
            body.discard();
            if (share != null) {
                share.giveBack();
            }
        };
        boolean handed = false;
        try {
            CrashWindow.CAPTURE_FETCHED.pass();
            write(head, arrivals.whole(head, body), letGo);
            handed = true;
        } finally {
            if (!handed) {
                letGo.run();
            }
        }
    }

    @Override
    public void gone(MailHead head) {
        fates.gone(head);
    }

    @Override
    public void refused(MailHead head, String reason) {
        fates.refused(head, reason);
    }

    /**
     * Waits for all commits.
     *
     * @throws StoreException.Unavailable when the database is away: nothing counts against any mail
     */
    void settle() {
        for (Map.Entry<MailHead, CompletableFuture<Received>> entry : writing.entrySet()) {
            try {
                fates.stored(entry.getKey(), entry.getValue().join());
            } catch (CompletionException failed) {
                if (cause(failed) instanceof StoreException.Unavailable away) {
                    throw away;
                }
                fates.refused(entry.getKey(), "the database refused it: " + Trouble.words(cause(failed)));
            }
        }
        writing.clear();
    }

    private void write(MailHead head, Arrival arrival, Runnable afterwards) {
        CompletableFuture<Received> commit = store.write(new ReceiveUnit(arrival, clock));
        writing.put(head, commit.whenComplete((received, failure) -> afterwards.run()));
    }

    private static Throwable cause(CompletionException failed) {
        Throwable cause = failed.getCause();
        return cause == null ? failed : cause;
    }
}
