package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How interactions hang together: mail that waits for its parent, threads that became part of others, other names. */
public final class ThreadTable {
    private final Sql sql;
    private final Ahead ahead;

    ThreadTable(Sql sql, Ahead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    /** The child waits for a mail with one of these Message-IDs. */
    public void await(String tenant, InteractionId child, Collection<String> messageIds, Instant now) {
        for (String messageId : messageIds) {
            String key = MessageIdKey.of(messageId);
            sql.later("thread-wait")
                    .bind("tenant", tenant)
                    .bind("messageId", key)
                    .bind("child", child.value())
                    .bind("now", Sql.time(now))
                    .add();
            ahead.waiting().forget(key, tenant);
        }
    }

    /** Who waits for a mail with this Message-ID, the longest waiting first. */
    public List<InteractionId> waitingFor(String tenant, String messageId) {
        String key = MessageIdKey.of(messageId);
        return ahead.waiting()
                .get(
                        () -> waitingForAll(List.of(tenant), List.of(key)).stream()
                                .map(Map.Entry::getValue)
                                .findFirst(),
                        key,
                        tenant)
                .orElse(List.of());
    }

    List<Map.Entry<String, List<InteractionId>>> waitingForAll(List<String> tenant, List<String> keys) {
        Map<String, List<InteractionId>> children = new LinkedHashMap<>();
        sql.query("thread-waiting-for")
                .bind("tenant", tenant.get(0))
                .bindArray("messageIds", String.class, keys)
                .map((row, context) -> Map.entry(row.getString("message_id"), row.getString("child_id")))
                .forEach(one -> children.computeIfAbsent(one.getKey(), any -> new ArrayList<>())
                        .add(InteractionId.of(one.getValue())));
        return List.copyOf(children.entrySet());
    }

    /** The child waits no longer. */
    public void found(String tenant, InteractionId child) {
        sql.update("thread-wait-over")
                .bind("tenant", tenant)
                .bind("child", child.value())
                .execute();
        ahead.waiting().forgetAll();
    }

    /** The child waits no longer for this one. */
    public void found(String tenant, InteractionId child, String messageId) {
        String key = MessageIdKey.of(messageId);
        sql.update("thread-wait-over-for")
                .bind("tenant", tenant)
                .bind("child", child.value())
                .bind("messageId", key)
                .execute();
        ahead.waiting().forget(key, tenant);
    }

    /** Times after the first, up to the second. */
    public record Span(Instant after, Instant until) {}

    /** A child that waits for a mail with a Message-ID, given as it is stored. */
    public record Waiting(String tenant, String messageId, InteractionId child, Instant since) {}

    /** Those that began to wait in a time, oldest first; all of a moment, or as many as the limit. */
    public List<Waiting> waiting(Span span, int limit) {
        return sql.query("thread-waiting-since")
                .bind("after", Sql.time(span.after()))
                .bind("until", Sql.time(span.until()))
                .bind("limit", limit)
                .map((row, context) -> new Waiting(
                        row.getString("tenant"),
                        row.getString("message_id"),
                        InteractionId.of(row.getString("child_id")),
                        new Row(row).time("since")))
                .list();
    }

    /** Those of them whose parent is stored. */
    public List<Waiting> whoseParentIsHere(List<Waiting> all) {
        Map<String, List<Waiting>> byTenant = all.stream().collect(Collectors.groupingBy(Waiting::tenant));
        Set<String> here = new HashSet<>();
        byTenant.forEach((tenant, waiting) -> sql.query("thread-parents-here")
                .bind("tenant", tenant)
                .bindArray(
                        "messageIds",
                        String.class,
                        waiting.stream().map(Waiting::messageId).distinct().toList())
                .map((row, context) -> tenant + " " + row.getString("message_id"))
                .forEach(here::add));
        return all.stream()
                .filter(one -> here.contains(one.tenant() + " " + one.messageId()))
                .toList();
    }

    /** A thread that became part of another. */
    public record Move(String tenant, InteractionId from, InteractionId to) {}

    public void moved(Move move, Instant now) {
        sql.update("thread-move-insert")
                .bind("tenant", move.tenant())
                .bind("from", move.from().value())
                .bind("to", move.to().value())
                .bind("now", Sql.time(now))
                .execute();
    }

    /** Moves of a time, oldest first. */
    public List<Move> moves(Span span) {
        return sql.query("thread-moves")
                .bind("after", Sql.time(span.after()))
                .bind("until", Sql.time(span.until()))
                .map((row, context) -> new Move(
                        row.getString("tenant"),
                        InteractionId.of(row.getString("from_thread")),
                        InteractionId.of(row.getString("to_thread"))))
                .list();
    }

    /** Those of them whose old thread has members still. */
    public List<Move> unsettled(List<Move> moves) {
        Map<String, List<Move>> byTenant = moves.stream().collect(Collectors.groupingBy(Move::tenant));
        Set<String> left = new HashSet<>();
        byTenant.forEach((tenant, some) -> sql.query("thread-left")
                .bind("tenant", tenant)
                .bindArray(
                        "threads",
                        String.class,
                        some.stream()
                                .map(move -> move.from().value())
                                .distinct()
                                .toList())
                .mapTo(String.class)
                .forEach(thread -> left.add(tenant + " " + thread)));
        return moves.stream()
                .filter(move -> left.contains(move.tenant() + " " + move.from().value()))
                .toList();
    }

    /** The oldest members of a thread. */
    public List<InteractionId> members(String tenant, InteractionId thread, int limit) {
        return sql.query("thread-members")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("limit", limit)
                .map((row, context) -> InteractionId.of(row.getString("id")))
                .list();
    }

    /**
     * Moves one interaction from the thread that it is in; its version is raised.
     *
     * @param parent null to keep the one that it has
     * @param subtype null to keep the one that it has
     * @return false when it is not in that thread any more; nothing is written then
     */
    public boolean join(Move move, InteractionId id, @Nullable InteractionId parent, @Nullable String subtype) {
        int rows = sql.update("thread-join")
                .bind("tenant", move.tenant())
                .bind("id", id.value())
                .bind("from", move.from().value())
                .bind("to", move.to().value())
                .bind("parent", parent == null ? null : parent.value())
                .bind("subtype", subtype)
                .execute();
        ahead.changed(move.tenant(), id);
        ahead.members().forgetAll();
        return rows == 1;
    }

    /**
     * Everybody in a thread.
     *
     * @param addresses in lower case
     */
    public record People(Set<String> addresses, Set<InteractionId> contacts) {}

    /** Everybody in a thread, as far as its members of the given number tell. */
    public People people(String tenant, InteractionId thread, int limit) {
        People people = new People(new HashSet<>(), new HashSet<>());
        sql.query("thread-people")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("limit", limit)
                .map((row, context) -> people(people, new Row(row)))
                .list();
        return people;
    }

    private static People people(People people, Row row) throws SQLException {
        people.addresses().addAll(Participants.read(row.textOrNull("participants")));
        InteractionId contact = row.idOrNull("contact_id");
        if (contact != null) {
            people.contacts().add(contact);
        }
        return people;
    }

    /** The newest interactions with a contact, received after a time. */
    public List<ThreadMember> ofContact(String tenant, InteractionId contact, Instant after, int limit) {
        return sql.query("thread-of-contact")
                .bind("tenant", tenant)
                .bind("contact", contact.value())
                .bind("after", Sql.time(after))
                .bind("limit", limit)
                .map((row, context) -> ThreadMember.read(row))
                .list();
    }

    /** An interaction as a member of its thread. */
    public Optional<ThreadMember> member(String tenant, InteractionId id) {
        return sql.query("thread-of-interactions")
                .bind("tenant", tenant)
                .bindArray("ids", String.class, List.of(id.value()))
                .map((row, context) -> ThreadMember.read(row))
                .findOne();
    }

    /** An interaction is also known by this Message-ID, unless another one is. */
    public void alias(String tenant, String messageId, InteractionId id, Instant now) {
        sql.update("message-alias-insert")
                .bind("tenant", tenant)
                .bind("messageId", MessageIdKey.of(messageId))
                .bind("id", id.value())
                .bind("now", Sql.time(now))
                .execute();
        ahead.members().forget(MessageIdKey.of(messageId), tenant);
    }

    /** The secret that this database keeps for all nodes; what is given becomes it when there is none. */
    public String key(String fresh, Instant now) {
        sql.update("thread-key-insert")
                .bind("secret", fresh)
                .bind("now", Sql.time(now))
                .execute();
        return sql.query("thread-key-load").mapTo(String.class).one();
    }

    /** Nobody waits longer than since the first time, and moves before the second are settled; returns how many rows went. */
    public int purge(Instant waitingSince, Instant movedBefore) {
        return sql.update("thread-waiting-purge")
                        .bind("before", Sql.time(waitingSince))
                        .execute()
                + sql.update("thread-move-purge")
                        .bind("before", Sql.time(movedBefore))
                        .execute();
    }
}
