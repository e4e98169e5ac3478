package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.interaction.Origin;
import dev.serai.interaction.PointName;
import dev.serai.view.Looked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wide table: what an interaction is and says. */
public final class InteractionTable {
    private final Sql sql;
    private final Ahead ahead;
    private final Tx tx;

    InteractionTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.ahead = tx.ahead();
        this.tx = tx;
    }

    public void insert(NewInteraction born) {
        Origin origin = born.origin();
        PointName point = origin.capturePoint();
        InteractionId parent = origin.parentId();
        written(born.tenant(), born.id(), born.content());
        tx.lookout()
                .saw(born.id(), new Looked(origin, born.content(), born.contactId(), born.language(), born.userData()));
        content(sql.later("interaction-insert"), born.content())
                .bind("tenant", born.tenant())
                .bind("id", born.id().value())
                .bind("capturePoint", point == null ? null : point.value())
                .bind("externalId", origin.externalId())
                .bind("parentId", parent == null ? null : parent.value())
                .bind("threadId", origin.threadId().value())
                .bind(
                        "contactId",
                        born.contactId() == null ? null : born.contactId().value())
                .bind("mediaType", origin.mediaType())
                .bind("type", origin.type())
                .bind("subtype", origin.subtype())
                .bind("language", born.language())
                .bind("receivedAt", Sql.time(origin.receivedAt()))
                .bind("submittedAt", Sql.time(origin.submittedAt()))
                .bind("userData", Json.write(born.userData()))
                .add();
    }

    /** Writes what intake, a decision or a client may change; the version is raised. */
    public void update(Interaction changed) {
        InteractionId parent = changed.origin().parentId();
        var contact = changed.contact();
        written(changed.tenant(), changed.id(), changed.content());
        content(sql.later("interaction-update"), changed.content())
                .bind("tenant", changed.tenant())
                .bind("id", changed.id().value())
                .bind("parentId", parent == null ? null : parent.value())
                .bind("threadId", changed.origin().threadId().value())
                .bind("contactId", contact == null ? null : contact.id().value())
                .bind("subtype", changed.origin().subtype())
                .bind("language", changed.language())
                .bind("userData", Json.write(changed.userData()))
                .add();
        saw(changed);
        tx.views().look(changed);
    }

    /** Tells what is stored of an interaction that is about to be placed, so that it need not be read once more. */
    public void saw(Interaction stored) {
        tx.lookout().saw(stored.id(), Looked.at(stored));
    }

    /** It is one of several that came of one mail. */
    public void copied(String tenant, InteractionId id) {
        sql.later("interaction-copied")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .add();
    }

    /** Ends a life: what the work row last said is kept here, for the row itself goes. */
    void stop(WorkRow last, String reason) {
        ahead.changed(last.tenant(), last.id());
        sql.later("interaction-stop")
                .bind("tenant", last.tenant())
                .bind("id", last.id().value())
                .bind("stoppedAt", Sql.time(last.changedAt()))
                .bind("stopReason", reason)
                .bind("queue", last.queue().value())
                .bind("placement", last.placement())
                .bind("claim", last.claim())
                .bind("priority", last.priority())
                .bind("eventSeq", last.eventSeq())
                .add();
    }

    /** The number of a fact about a stopped interaction that is about to be recorded; empty when there is no such. */
    Optional<Integer> nextEventOfStopped(String tenant, InteractionId id) {
        Optional<Integer> last = sql.query("interaction-last-event")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne();
        last.ifPresent(seq -> sql.update("interaction-touch")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("eventSeq", seq + 1)
                .execute());
        return last.map(seq -> seq + 1);
    }

    public Optional<Interaction> load(String tenant, InteractionId id) {
        return sql.query("interaction-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map(InteractionReader::read)
                .findOne();
    }

    /** What is stored now of an interaction that was loaded before: itself, unless somebody changed or removed it since. */
    public Interaction current(Interaction loaded) {
        Optional<Long> version =
                ahead.versions().get(Optional::empty, loaded.id().value(), loaded.tenant());
        return version.isPresent() && version.get() == loaded.version()
                ? loaded
                : load(loaded.tenant(), loaded.id()).orElse(loaded);
    }

    List<Map.Entry<String, Long>> versions(List<String> tenant, List<String> ids) {
        return sql.query("interaction-versions")
                .bind("tenant", tenant.get(0))
                .bindArray("ids", String.class, ids)
                .map((row, context) -> Map.entry(row.getString("id"), row.getLong("version")))
                .list();
    }

    /** Those that match, newest first; see {@link InteractionFilter}. */
    public List<Interaction> find(String tenant, InteractionFilter filter) {
        var query = sql.query("interaction-find", filter.tail()).bind("tenant", tenant);
        filter.values().forEach(query::bind);
        return query.map(InteractionReader::read).list();
    }

    /** The oldest interaction with that Message-ID, for joining threads. */
    public Optional<ThreadMember> byMessageId(String tenant, String messageId) {
        String key = MessageIdKey.of(messageId);
        return ahead.members().get(() -> byMessageIdNow(tenant, key), key, tenant);
    }

    private Optional<ThreadMember> byMessageIdNow(String tenant, String key) {
        return byMessageIds(List.of(tenant), List.of(key)).stream()
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<Map.Entry<String, ThreadMember>> byMessageIds(List<String> tenant, List<String> keys) {
        return sql.query("interaction-by-message-ids")
                .bind("tenant", tenant.get(0))
                .bindArray("messageIds", String.class, keys)
                .map((row, context) -> Map.entry(row.getString("message_id"), ThreadMember.read(row)))
                .list();
    }

    private void written(String tenant, InteractionId id, Content content) {
        ahead.changed(tenant, id);
        if (content.messageId() != null) {
            ahead.members().forget(MessageIdKey.of(content.messageId()), tenant);
        }
    }

    /** Interactions by type: how many, and how many of them stopped. */
    public List<TypeCount> counts() {
        return sql.query("interaction-counts")
                .map((row, context) -> new TypeCount(row.getString("type"), row.getLong("n"), row.getLong("stopped")))
                .list();
    }

    /** Its point operated it in this form, json or xml. */
    public void operated(String tenant, InteractionId id, String form) {
        sql.update("interaction-operated")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("form", form)
                .execute();
    }

    /**
     * Makes an external id that is free at its point this interaction's. When another transaction takes it meanwhile, the
     * unit does not commit; applied again it finds whose it is.
     */
    public void takeExternalId(String tenant, PointName point, String externalId, InteractionId id) {
        sql.later("external-id-insert")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("externalId", externalId)
                .bind("id", id.value())
                .add();
        ahead.externalIds().learn(id, externalId, tenant, point.value());
    }

    public Optional<InteractionId> byExternalId(String tenant, PointName point, String externalId) {
        List<String> scope = List.of(tenant, point.value());
        return ahead.externalIds()
                .get(
                        () -> byExternalIds(scope, List.of(externalId)).stream()
                                .map(Map.Entry::getValue)
                                .findFirst(),
                        externalId,
                        tenant,
                        point.value());
    }

    /** @param scope tenant and point */
    List<Map.Entry<String, InteractionId>> byExternalIds(List<String> scope, List<String> externalIds) {
        return sql.query("external-id-load")
                .bind("tenant", scope.get(0))
                .bind("point", scope.get(1))
                .bindArray("externalIds", String.class, externalIds)
                .map((row, context) ->
                        Map.entry(row.getString("external_id"), InteractionId.of(row.getString("interaction_id"))))
                .list();
    }

    public record TypeCount(String type, long all, long stopped) {}

    private static Batch content(Batch update, Content content) {
        var from = content.from();
        return update.bind("subject", clipped(content.subject(), 1000))
                .bind("fromAddress", from == null ? null : CleanText.clipped(from.address(), 320))
                .bind("messageId", content.messageId() == null ? null : MessageIdKey.of(content.messageId()))
                .bind("participants", Participants.of(content))
                .bind("content", Json.write(content));
    }

    private static @Nullable String clipped(@Nullable String text, int limit) {
        return text == null ? null : CleanText.clipped(text, limit);
    }
}
