package dev.serai.intake;

import dev.serai.conversation.Verdict;
import dev.serai.feedback.Feedback;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.store.Ahead;
import dev.serai.store.ThreadMember;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.transform.TransformerOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what intake read: content, thread, contact and user data, and the placement in the point's queue. False when the
 * work was taken away meanwhile; nothing is written then.
 */
final class IntakeCommit implements Unit<Boolean>, AutoCloseable {
    private final Fence fence;
    private final Interaction before;
    private final Reading reading;
    private final SplitByRecipient split;
    private final Content content;
    private final QueueName target;
    private final MadeBytes made;
    private final Threading threading;
    private final Storm storm;
    private final By by;

    IntakeCommit(
            Interaction before,
            Reading reading,
            SplitByRecipient split,
            QueueName target,
            boolean keepReceived,
            Threading threading,
            Storm storm,
            By by) {
        this.fence = before.fence();
        this.before = before;
        this.reading = reading;
        this.split = split;
        this.content = reading.content()
                .warned(split.warnings())
                .warned(before.content().warnings());
        this.target = target;
        this.made = MadeBytes.of(reading.chain(), keepReceived);
        this.threading = threading;
        this.storm = storm;
        this.by = by;
    }

    @Override
    public long bytes() {
        return 4096L + reading.content().text().length() + made.bytes();
    }

    /** To be called when it was committed or given up. */
    @Override
    public void close() {
        reading.chain().close();
    }

    @Override
    public void announce(Ahead ahead) {
        ahead.work(fence);
        threading.announce(ahead, before.tenant(), content);
        storm.announce(ahead, before.tenant(), threading.requester(content));
    }

    @Override
    public Boolean apply(Tx tx) {
        Optional<WorkRow> row = tx.work().lock(fence);
        if (row.isEmpty()) {
            return false;
        }
        Contact contact = threading.contact(tx, before.tenant(), content);
        Verdict verdict = threading.verdict(tx, before, content, contact);
        Optional<String> stormy = storm.at(tx, before.tenant(), verdict, threading.requester(content));
        Interaction after = threading.waking(tx, after(tx, contact, verdict, stormy));
        tx.interactions().update(after);
        made.write(tx, before.tenant(), before.id(), row.get().placement() > 1);
        threading.settle(tx, before, after, verdict);
        Feedback.tell(tx, after, threading.isGenuine(tx, after), by);
        Reached.note(tx, after, by);
        split.bear(tx, after, target, row.get().priority(), by);
        new WorkChange(tx, row.get(), by)
                .event("serai.interaction.changed", changes(verdict, after.content()))
                .place(target, tx.now());
        return true;
    }

    /** What was read, under what a client may have changed while it was read. */
    private Interaction after(Tx tx, @Nullable Contact contact, Verdict verdict, Optional<String> stormy) {
        Interaction current = tx.interactions().current(before);
        Map<String, Object> data = new LinkedHashMap<>(reading.userData());
        data.putAll(current.userData());
        data.putAll(split.userData());
        verdict.suggestions().stream()
                .findFirst()
                .ifPresent(one ->
                        data.put(Verdict.SUGGESTED, one.member().threadId().value()));
        stormy.ifPresent(reason -> data.put(Storm.MARK, true));
        return new Interaction(
                before.id(),
                before.tenant(),
                before.version(),
                origin(tx, verdict.joined(), contact),
                stormy.map(reason -> content.warned(List.of(reason))).orElse(content),
                contact,
                language(current),
                data,
                before.standing());
    }

    private @Nullable String language(Interaction current) {
        boolean changedMeanwhile = !Objects.equals(current.language(), before.language());
        return changedMeanwhile || reading.language() == null ? current.language() : reading.language();
    }

    private Origin origin(Tx tx, Optional<ThreadMember> parent, @Nullable Contact contact) {
        Origin origin = before.origin();
        String subtype = reading.subtype();
        if (parent.isEmpty()) {
            return origin.withSubtype(subtype);
        }
        Origin joined = origin.inThread(parent.get().threadId(), parent.get().id());
        return joined.withSubtype(
                subtype.equals("InboundNew")
                        ? threading.subtype(tx, before.tenant(), parent.get(), content, contact)
                        : subtype);
    }

    private Map<String, Object> changes(Verdict verdict, Content written) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", reading.content().kind());
        data.put("kindBecause", reading.classification().reason());
        if (reading.language() != null) {
            data.put("language", reading.language());
        }
        data.put(
                "transformers",
                reading.chain().outcomes().stream()
                        .map(TransformerOutcome::told)
                        .toList());
        if (!verdict.told().isEmpty()) {
            data.put("thread", verdict.told());
        }
        if (!split.copies().isEmpty()) {
            data.put("copies", split.told());
        }
        if (!written.warnings().isEmpty()) {
            data.put("warnings", written.warnings());
        }
        return data;
    }
}
