package dev.serai.operation;

import dev.serai.conversation.Awakening;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.store.Ahead;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.NewInteraction;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new interaction, once per external id and capture point. It waits in its queue at once; with raw bytes (a mail) it
 * waits in `intake` to be read first.
 */
public final class Submit implements Unit<Outcome<Submitted>> {
    private final SubmitRequest request;
    private final SubmitDefaults defaults;
    private final Map<QueueName, QueueDefinition> queues;
    private final @Nullable RawContent raw;
    private final List<SubmittedFile> files;
    private final OwnAddresses own;
    private final InteractionId id;

    private Submit(
            SubmitRequest request,
            SubmitDefaults defaults,
            Map<QueueName, QueueDefinition> queues,
            @Nullable RawContent raw,
            List<SubmittedFile> files,
            OwnAddresses own,
            Clock clock) {
        this.request = request;
        this.defaults = defaults;
        this.queues = queues;
        this.raw = raw;
        this.files = files;
        this.own = own;
        this.id = InteractionId.next(clock);
    }

    /** @param own addresses that are nobody's contact */
    public static Submit of(
            SubmitRequest request,
            SubmitDefaults defaults,
            Map<QueueName, QueueDefinition> queues,
            OwnAddresses own,
            Clock clock) {
        return new Submit(request, defaults, queues, null, List.of(), own, clock);
    }

    /** The same with files as its attachments. */
    public Submit with(List<SubmittedFile> attachments, Clock clock) {
        return new Submit(request, defaults, queues, raw, List.copyOf(attachments), own, clock);
    }

    /** A mail: what it says is read at intake. */
    public static Submit mail(
            SubmitRequest request,
            RawContent raw,
            SubmitDefaults defaults,
            Map<QueueName, QueueDefinition> queues,
            OwnAddresses own,
            Clock clock) {
        return new Submit(request, defaults, queues, raw, List.of(), own, clock);
    }

    @Override
    public long bytes() {
        String text = request.text();
        long attached = files.stream().mapToLong(file -> file.content().size()).sum();
        return 4096L + (raw == null ? 0 : raw.size()) + (text == null ? 0 : text.length()) + attached;
    }

    @Override
    public void announce(Ahead ahead) {
        if (request.externalId() != null) {
            ahead.externalId(defaults.tenant(), defaults.point(), request.externalId());
        }
        Party with = with();
        if (with != null) {
            ahead.contact(defaults.tenant(), with.address());
        }
    }

    @Override
    public Outcome<Submitted> apply(Tx tx) {
        Optional<Refusal> refused = refusal(tx);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        Optional<InteractionId> first = takenBy(tx);
        if (first.isPresent()) {
            return Outcome.done(new Submitted(load(tx, first.get()), false));
        }
        Interaction born = insert(tx);
        if (raw == null && request.parentId() != null) {
            Awakening.by(tx, born, defaults.point().actor());
        }
        return Outcome.done(new Submitted(born, true));
    }

    private Optional<Refusal> refusal(Tx tx) {
        InteractionId parent = request.parentId();
        if (parent != null && tx.interactions().load(defaults.tenant(), parent).isEmpty()) {
            return Optional.of(Refusal.field(
                    Code.INVALID_REQUEST, "/parentId", "there is no interaction '" + parent + "' to join"));
        }
        if (raw == null && queue().equals(PreparedOutbound.QUEUE)) {
            return Optional.of(Refusal.field(
                    Code.INVALID_REQUEST,
                    "/queue",
                    "only what the hub composed goes to '" + PreparedOutbound.QUEUE
                            + "'; write a mail with POST /api/v1/mails"));
        }
        return raw == null ? Places.refusal(queues, queue(), defaults.tenant(), "/queue") : Optional.empty();
    }

    private Optional<InteractionId> takenBy(Tx tx) {
        String externalId = request.externalId();
        return externalId == null
                ? Optional.empty()
                : tx.interactions().byExternalId(defaults.tenant(), defaults.point(), externalId);
    }

    private Interaction insert(Tx tx) {
        Instant now = tx.now();
        Origin origin = origin(tx, now);
        Content content = content();
        Contact contact = contact(tx);
        if (request.externalId() != null) {
            tx.interactions().takeExternalId(defaults.tenant(), defaults.point(), request.externalId(), id);
        }
        tx.interactions()
                .insert(new NewInteraction(
                        id,
                        defaults.tenant(),
                        origin,
                        content,
                        contact == null ? null : contact.id(),
                        request.language(),
                        request.userData()));
        if (raw != null) {
            tx.raw().insert(defaults.tenant(), id, raw);
        }
        for (int i = 0; i < files.size(); i++) {
            tx.made().put(defaults.tenant(), id, i + 1, files.get(i).content());
        }
        int priority = request.priority() == null ? defaults.priority() : request.priority();
        WorkRow row = WorkRow.born(defaults.tenant(), id, queue(), priority, now);
        NewEvent submitted = NewEvent.of(
                        "serai.interaction.submitted", defaults.point().actor())
                .with(Map.of("queue", queue().value()));
        tx.work().insert(tx.events().append(row, submitted));
        return new Interaction(
                id,
                defaults.tenant(),
                1,
                origin,
                content,
                contact,
                request.language(),
                request.userData(),
                row.standing());
    }

    private QueueName queue() {
        if (raw != null) {
            return QueueDefinition.INTAKE;
        }
        return request.queue() == null ? defaults.queue() : request.queue();
    }

    private Origin origin(Tx tx, Instant now) {
        InteractionId parent = request.parentId();
        InteractionId thread = parent == null ? id : load(tx, parent).origin().threadId();
        return new Origin(
                defaults.point(),
                request.externalId(),
                parent,
                thread,
                or(request.mediaType(), raw == null ? defaults.mediaType() : "email"),
                or(request.type(), defaults.type()),
                or(request.subtype(), defaults.subtype()),
                request.receivedAt() == null ? now : request.receivedAt().truncatedTo(ChronoUnit.MICROS),
                now);
    }

    private Content content() {
        return new Content(
                "message",
                request.subject(),
                request.from(),
                request.to(),
                request.cc(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                or(request.text(), ""),
                null,
                "",
                files.stream().map(SubmittedFile::info).toList(),
                null,
                true,
                "",
                List.of());
    }

    private @Nullable Contact contact(Tx tx) {
        Party with = with();
        return with == null ? null : tx.contacts().obtain(defaults.tenant(), with.name(), with.address());
    }

    /** Whom it is with, unless that is one of our own addresses. */
    private @Nullable Party with() {
        Party with = request.contact() == null ? request.from() : request.contact();
        return with == null || own.to(defaults.tenant()).contains(with.address()) ? null : with;
    }

    private Interaction load(Tx tx, InteractionId which) {
        return Live.load(tx, new Target(defaults.tenant(), which));
    }

    private static String or(@Nullable String given, String fallback) {
        return given == null ? fallback : given;
    }
}
