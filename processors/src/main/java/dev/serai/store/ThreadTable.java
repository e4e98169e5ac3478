package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How interactions hang together: who is in a thread, threads that became part of others, other names of mail. */
public final class ThreadTable {
    private final Sql sql;
    private final Ahead ahead;

    ThreadTable(Sql sql, Ahead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    /** How many inbound mails a thread got since a moment, without copies and without what joined it later. */
    public long mailsSince(String tenant, InteractionId thread, Instant since) {
        return sql.query("thread-mails-since")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("since", Sql.time(since))
                .mapTo(Long.class)
                .one();
    }

    /** How many mails of a thread somebody got or was told of since a moment. */
    public long passedOnSince(String tenant, InteractionId thread, Instant since) {
        return sql.query("thread-passed-on-since")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("since", Sql.time(since))
                .mapTo(Long.class)
                .one();
    }

    /**
     * A mail of a thread in which somebody was invited: an invitation, or what people wrote.
     *
     * @param from its sender in lower case; empty where there is none
     * @param to whom it went to, in lower case
     */
    public record Talk(
            InteractionId id,
            String subtype,
            String from,
            Set<String> to,
            @Nullable InteractionId contact) {}

    /** The oldest mails of a thread by what they are; none where nobody was invited in it. */
    public List<Talk> talks(String tenant, InteractionId thread, int limit) {
        return sql.query("thread-talks")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("limit", limit)
                .map((columns, context) -> talk(new Row(columns)))
                .list();
    }

    private static Talk talk(Row row) throws SQLException {
        String from = row.textOrNull("from_address");
        String sender = from == null ? "" : from.strip().toLowerCase(Locale.ROOT);
        Set<String> to = new HashSet<>(Participants.read(row.textOrNull("participants")));
        to.remove(sender);
        return new Talk(row.id("id"), row.text("subtype"), sender, to, row.idOrNull("contact_id"));
    }

    /** Times after the first, up to the second. */
    public record Span(Instant after, Instant until) {}

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

    /** An interaction is also known by this Message-ID, unless another one is; who waits for it joins at the next pass. */
    public void alias(String tenant, String messageId, InteractionId id, Instant now) {
        sql.update("message-alias-insert")
                .bind("tenant", tenant)
                .bind("messageId", MessageIdKey.of(messageId))
                .bind("id", id.value())
                .bind("now", Sql.time(now))
                .execute();
        ahead.members().forget(MessageIdKey.of(messageId), tenant);
        new WaitingTable(sql, ahead).again(tenant, messageId, now);
    }

    /** The secret that this database keeps for all nodes; what is given becomes it when there is none. */
    public String key(String fresh, Instant now) {
        sql.update("thread-key-insert")
                .bind("secret", fresh)
                .bind("now", Sql.time(now))
                .execute();
        return sql.query("thread-key-load").mapTo(String.class).one();
    }

    /** Moves before a time are settled; returns how many rows went. */
    public int purge(Instant before) {
        return sql.update("thread-move-purge").bind("before", Sql.time(before)).execute();
    }
}
