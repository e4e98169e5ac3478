package dev.serai.intake;

import dev.serai.conversation.Awakening;
import dev.serai.conversation.Collaboration;
import dev.serai.conversation.Joiner;
import dev.serai.conversation.Joining;
import dev.serai.conversation.LateParents;
import dev.serai.conversation.Requester;
import dev.serai.conversation.Verdict;
import dev.serai.feedback.Feedback;
import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.store.Ahead;
import dev.serai.store.ThreadMember;
import dev.serai.store.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, inside the transaction that writes a mail, whom it is with and which thread it belongs to.
 *
 * @param own addresses that are nobody's contact
 * @param bySubject what the mail's mailbox says of subjects
 */
record Threading(Joining joining, LateParents late, TenantAddresses own, JoinBySubject bySubject) {
    private static final String ACTOR = "intake";

    void announce(Ahead ahead, String tenant, Content content) {
        joining.announce(ahead, tenant, content);
        late.announce(ahead, tenant, content.messageId());
        requester(content).ifPresent(party -> ahead.contact(tenant, party.address()));
        Reached.announce(ahead, tenant, content);
    }

    /** Whether a report speaks of the mail of ours that it joined, and shows that its author had it. */
    boolean isGenuine(Tx tx, Interaction report) {
        InteractionId parent = report.origin().parentId();
        return parent != null
                && Feedback.isReport(report)
                && joining.proves(tx, report.tenant(), report.content(), parent);
    }

    /** Whom the mail is with. */
    Optional<Party> requester(Content content) {
        return Requester.of(content, own);
    }

    @Nullable
    Contact contact(Tx tx, String tenant, Content content) {
        return requester(content)
                .map(party -> tx.contacts().obtain(tenant, party.name(), party.address()))
                .orElse(null);
    }

    /** Who submitted the mail may have said what it answers: then nothing else counts. */
    Verdict verdict(Tx tx, Interaction before, Content content, @Nullable Contact contact) {
        if (before.origin().parentId() != null) {
            return Verdict.NONE;
        }
        InteractionId known = contact == null ? null : contact.id();
        return joining.decide(
                tx,
                new Joiner(
                        before.id(),
                        before.tenant(),
                        content,
                        known,
                        bySubject,
                        before.origin().receivedAt()));
    }

    /** What a person's mail is that joins a thread: a customer's reply, or the answer of somebody who was asked. */
    String subtype(Tx tx, String tenant, ThreadMember joined, Content content, @Nullable Contact contact) {
        Party from = content.from();
        if (from != null && own.contains(from.address())) {
            return "InboundCustomerReply";
        }
        return Collaboration.subtype(tx, tenant, joined, content, contact == null ? null : contact.id());
    }

    /** The same mail, which says whose wait it ends: of those who wait in the thread that it joins. */
    Interaction waking(Tx tx, Interaction joining) {
        if (joining.origin().threadId().equals(joining.id())) {
            return joining;
        }
        List<InteractionId> woke = Awakening.by(tx, joining, ACTOR);
        if (woke.isEmpty()) {
            return joining;
        }
        Map<String, Object> data = new LinkedHashMap<>(joining.userData());
        data.put(Awakening.WOKE, woke.get(0).value());
        return joining.with(joining.content(), data);
    }

    /** Waits for what it answers, and joins those who waited for it. */
    void settle(Tx tx, Interaction before, Interaction after, Verdict verdict) {
        boolean readBefore = before.content().messageId() != null;
        if (readBefore && verdict.joined().isPresent()) {
            late.moved(tx, before, after);
        }
        if (verdict.joined().isEmpty()) {
            tx.waiting().await(after.tenant(), after.id(), verdict.awaited(), tx.now());
        }
        late.joinTo(tx, after, ACTOR);
    }
}
