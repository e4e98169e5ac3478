package dev.serai.intake;

import dev.serai.files.MailPoint;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.NewInteraction;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interactions that a mail to several recipients of ours becomes: the one that was captured stands for the first of
 * them, the others are born in the transaction that writes what intake read.
 *
 * @param first whom the captured one stands for
 * @param copies the others
 * @param beyond recipients above the limit
 */
record SplitByRecipient(@Nullable String first, List<Copy> copies, List<String> beyond) {
    /** User data: the interaction that was captured. */
    static final String SPLIT_FROM = "SplitFrom";

    static final SplitByRecipient NONE = new SplitByRecipient(null, List.of(), List.of());

    record Copy(InteractionId id, String recipient) {}

    static SplitByRecipient of(MailMessage mail, @Nullable MailPoint point, TenantAddresses own, Clock clock) {
        if (!(point instanceof MailboxDefinition mailbox) || !mailbox.limits().splitByRecipient()) {
            return NONE;
        }
        List<String> ours = ours(mail, mailbox.address().toLowerCase(Locale.ROOT), own);
        if (ours.size() < 2) {
            return NONE;
        }
        int most = Math.min(ours.size(), mailbox.limits().copyLimit());
        List<Copy> copies = ours.subList(1, most).stream()
                .map(recipient -> new Copy(InteractionId.next(clock), recipient))
                .toList();
        return new SplitByRecipient(ours.get(0), copies, ours.subList(most, ours.size()));
    }

    /** In the order of To and Cc, the mailbox itself before all others. */
    private static List<String> ours(MailMessage mail, String mailbox, TenantAddresses own) {
        Set<String> ours = new LinkedHashSet<>();
        Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .flatMap(address -> own.base(address).stream())
                .forEach(ours::add);
        List<String> ordered = new ArrayList<>(ours);
        if (ordered.remove(mailbox)) {
            ordered.add(0, mailbox);
        }
        return ordered;
    }

    List<String> warnings() {
        return beyond.isEmpty()
                ? List.of()
                : List.of("no interaction for " + beyond.size() + " recipients of ours beyond copyLimit: "
                        + String.join(", ", beyond));
    }

    /** The captured one's user data. */
    Map<String, Object> userData() {
        return first == null ? Map.of() : Map.of(MailFacts.MAILBOX, first);
    }

    /** For the timeline of the captured one. */
    List<Map<String, String>> told() {
        return copies.stream()
                .map(copy -> Map.of("interaction", copy.id().value(), "recipient", copy.recipient()))
                .toList();
    }

    void bear(Tx tx, Interaction captured, QueueName target, int priority, By by) {
        for (Copy copy : copies) {
            Map<String, Object> userData = new HashMap<>(captured.userData());
            userData.put(MailFacts.MAILBOX, copy.recipient());
            userData.put(SPLIT_FROM, captured.id().value());
            tx.interactions()
                    .insert(new NewInteraction(
                            copy.id(),
                            captured.tenant(),
                            origin(captured, copy.id(), tx),
                            captured.content(),
                            captured.contact() == null
                                    ? null
                                    : captured.contact().id(),
                            captured.language(),
                            userData));
            tx.interactions().copied(captured.tenant(), copy.id());
            tx.raw().copy(captured.tenant(), captured.id(), copy.id());
            tx.made().copy(captured.tenant(), captured.id(), copy.id());
            WorkRow born = WorkRow.born(captured.tenant(), copy.id(), target, priority, tx.now());
            NewEvent submitted = NewEvent.of("serai.interaction.submitted", by.actor())
                    .by(by.generation())
                    .with(Map.of(
                            "queue",
                            target.value(),
                            "splitFrom",
                            captured.id().value(),
                            "recipient",
                            copy.recipient()));
            tx.work().insert(tx.events().append(born, submitted));
        }
    }

    /** In the thread that the mail joins; otherwise each begins its own. */
    private static Origin origin(Interaction captured, InteractionId id, Tx tx) {
        Origin origin = captured.origin();
        boolean alone = origin.threadId().equals(captured.id());
        return new Origin(
                origin.capturePoint(),
                null,
                origin.parentId(),
                alone ? id : origin.threadId(),
                origin.mediaType(),
                origin.type(),
                origin.subtype(),
                origin.receivedAt(),
                tx.now());
    }
}
