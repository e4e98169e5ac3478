package dev.serai.capture.mailbox;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.PointHealth;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.FetchForm;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Received;
import dev.serai.window.CrashWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look into a mailbox: finish what is open, find what is new, store one page of it, acknowledge. */
final class MailboxLook implements PageTaker.Fates, Page.Fates {
    private final MailboxDefinition mailbox;
    private final CaptureEnvironment environment;
    private final MailboxMemory memory;
    private final PointHealth health;
    private final MailboxRole role;
    private final Room room;
    private final PageTaker taker;
    private final AfterCommit afterCommit;
    private final LookTrace trace;
    private final List<InteractionId> born = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private @Nullable Slowed slowed;
    private boolean brokeAtMail;

    MailboxLook(
            MailboxDefinition mailbox,
            CaptureEnvironment environment,
            MailboxMemory memory,
            PointHealth health,
            MailboxRole role,
            Room room) {
        this.mailbox = mailbox;
        this.environment = environment;
        this.memory = memory;
        this.health = health;
        this.role = role;
        this.room = room;
        this.taker = new PageTaker(environment.store(), environment.clock(), mailbox, room.budget(), this);
        this.afterCommit = new AfterCommit(environment.store(), mailbox, memory.reluctance(), health);
        this.trace = new LookTrace(mailbox);
    }

    private record Refusal(MailHead head, String reason) {}

    /** Interactions that were born, in order; also when the look failed half-way. */
    List<InteractionId> born() {
        return born;
    }

    /** @throws Slowed when there was more than the hub has room for; what was taken is acknowledged */
    void into(MailboxSession session) throws ConnectionFailed, InterruptedException, RoleLost, Slowed {
        FirstContact.Facts contact = new FirstContact(environment.store(), mailbox).with(session);
        health.counted("skipped", contact.skipped());
        trace.step("opened, skipped at first contact", contact.skipped());
        trace.step("acknowledged what was open", afterCommit.acknowledge(session));
        memory.waiting().look(session, contact.facts(), environment.store(), mailbox);
        memory.waiting().asked(askedAgain(session));
        trace.step("compared with the ledger, waiting", memory.waiting().backlog());
        if (memory.waiting().hasMore()) {
            room.intake().check();
        }
        List<MailHead> page = page(session, contact.facts());
        trace.step("heads read, to be fetched", page.size());
        take(session, page);
        count(session);
        trace.step("acknowledged what was taken", afterCommit.acknowledge(session));
        if (slowed != null) {
            throw slowed;
        }
        new Bookmark(environment.store(), mailbox).keep(session, contact.facts(), memory.waiting());
    }

    private List<MailHead> page(MailboxSession session, PointFacts facts) throws ConnectionFailed {
        try {
            return new Page(mailbox, environment.store(), memory, health).heads(session, facts, this);
        } catch (ConnectionFailed broken) {
            brokeAtMail = broken.mayBeAMails() && !broken.isSilence();
            throw broken;
        }
    }

    /** Whether the connection broke at a mail that was put aside: the others can be had by another one. */
    boolean brokeAtMail() {
        return brokeAtMail;
    }

    /** What an operator wants fetched once more. */
    private List<String> askedAgain(MailboxSession session) {
        return environment
                .store()
                .read(tx -> tx.ledger()
                        .askedAgain(
                                mailbox.point().tenant(),
                                mailbox.name(),
                                session.prefix(),
                                mailbox.polling().maxPerPoll()));
    }

    private void take(MailboxSession session, List<MailHead> page)
            throws ConnectionFailed, InterruptedException, RoleLost {
        try {
            Set<String> difficult = memory.difficult();
            List<MailHead> small = page.stream().filter(head -> !isAbove(head)).toList();
            for (List<MailHead> batch : Batches.of(small, difficult)) {
                role.keep();
                room.intake().check();
                fetch(session, batch);
            }
            for (MailHead head : above(page, difficult)) {
                role.keep();
                wrap(session, head);
            }
        } catch (Slowed enough) {
            slowed = enough;
        } finally {
            taker.settle();
            if (!page.isEmpty()) {
                CrashWindow.CAPTURE_STORED.pass();
            }
        }
    }

    private boolean isAbove(MailHead head) {
        return head.size() > mailbox.limits().maxMessageSize()
                && mailbox.limits().oversize() == MailboxDefinition.Oversize.LEAVE;
    }

    /** Mails above the limit, which are wrapped after the others came; the difficult last. */
    private List<MailHead> above(List<MailHead> page, Set<String> difficult) {
        return page.stream()
                .filter(this::isAbove)
                .sorted(Comparator.comparing(head -> difficult.contains(head.position())))
                .toList();
    }

    private void fetch(MailboxSession session, List<MailHead> batch)
            throws ConnectionFailed, InterruptedException, Slowed {
        FetchForm form = batch.size() == 1 ? memory.waiting().form(batch.get(0).position()) : FetchForm.WHOLE;
        try {
            taker.fetch(session, batch, form);
            batch.forEach(head -> memory.suspects().remove(head.position()));
        } catch (ConnectionFailed broken) {
            blame(batch, broken);
            throw broken;
        }
    }

    private void wrap(MailboxSession session, MailHead head) throws ConnectionFailed {
        try {
            taker.wrap(head, session.header(head));
            memory.suspects().remove(head.position());
        } catch (ConnectionFailed broken) {
            blame(List.of(head), broken);
            throw broken;
        }
    }

    private void blame(List<MailHead> batch, ConnectionFailed broken) {
        if (broken.mayBeAMails() || (broken.isThrottled() && taker.hasAny())) {
            suspect(batch);
            brokeAtMail = broken.mayBeAMails() && !broken.isSilence();
        }
    }

    /** Mails come in order: the first that did not come broke the connection, or any when it breaks again at once. */
    private void suspect(List<MailHead> batch) {
        List<MailHead> missing = batch.stream().filter(head -> !taker.has(head)).toList();
        if (batch.size() == 1 && memory.suspects().contains(batch.get(0).position())) {
            broke(batch.get(0));
        }
        boolean any = missing.size() == batch.size() && !memory.suspects().isEmpty();
        missing.stream()
                .limit(any ? missing.size() : 1)
                .forEach(head -> memory.suspects().add(head.position()));
    }

    /** A mail at which the connection breaks, alone and again, is what is wrong: it counts against that mail. */
    @Override
    public void broke(MailHead head) {
        fail(new Refusal(head, "the connection breaks whenever it is fetched"), new byte[0]);
    }

    /** Each counts, whatever becomes of the connection: headers are a help only. */
    private void count(MailboxSession session) throws ConnectionFailed {
        ConnectionFailed broken = null;
        for (Refusal refusal : refusals) {
            byte[] header = new byte[0];
            if (broken == null) {
                try {
                    header = session.header(refusal.head());
                } catch (ConnectionFailed failed) {
                    broken = failed;
                }
            }
            fail(refusal, header);
        }
        if (broken != null) {
            brokeAtMail = broken.mayBeAMails() && !broken.isSilence();
            throw broken;
        }
    }

    private void fail(Refusal refusal, byte[] header) {
        MailHead head = refusal.head();
        LedgerEntry.Result result = new FetchFailures(environment.store(), environment.clock(), mailbox)
                .count(head, refusal.reason(), HeaderContent.of(header, refusal.reason()));
        if (result == LedgerEntry.Result.FAILING) {
            Instant again = environment.clock().instant().plus(mailbox.polling().interval());
            memory.waiting().failed(head.position(), again);
            health.counted("failing");
        } else {
            memory.waiting().settled(head.position());
            memory.suspects().remove(head.position());
            health.counted("quarantined");
        }
        health.noted("one mail could not be taken: " + refusal.reason());
    }

    @Override
    public void stored(MailHead head, Received received) {
        memory.suspects().remove(head.position());
        memory.waiting().settled(head.position());
        health.counted(received.fresh() ? "taken" : "duplicate");
        trace.mail(received.fresh() ? "taken" : "known", head.position(), received.id());
        if (received.fresh()) {
            born.add(received.id());
        }
    }

    /** What failed before is not asked for any more. */
    @Override
    public void gone(Set<String> positions) {
        new FetchFailures(environment.store(), environment.clock(), mailbox).gone(positions);
    }

    @Override
    public void gone(MailHead head) {
        memory.waiting().settled(head.position());
    }

    @Override
    public void refused(MailHead head, String reason) {
        trace.mail("refused", head.position(), reason);
        refusals.add(new Refusal(head, reason));
    }
}
