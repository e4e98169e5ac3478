package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Mail that came before what it answers, by the Message-IDs that it waits for. */
public final class WaitingTable {
    private final Sql sql;
    private final Ahead ahead;

    WaitingTable(Sql sql, Ahead ahead) {
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

    /** Whoever waits for a mail with this Message-ID counts as if it began now: the next pass asks whether it is here. */
    public void again(String tenant, String messageId, Instant now) {
        String key = MessageIdKey.of(messageId);
        sql.update("thread-wait-again")
                .bind("tenant", tenant)
                .bind("messageId", key)
                .bind("now", Sql.time(now))
                .execute();
        ahead.waiting().forget(key, tenant);
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

    /** A child that waits for a mail with a Message-ID, given as it is stored. */
    public record Waiting(String tenant, String messageId, InteractionId child, Instant since) {}

    /** Those that began to wait in a time, oldest first; all of a moment, or as many as the limit. */
    public List<Waiting> waiting(ThreadTable.Span span, int limit) {
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

    /** Nobody waits longer than since this time; returns how many rows went. */
    public int purge(Instant before) {
        return sql.update("thread-waiting-purge")
                .bind("before", Sql.time(before))
                .execute();
    }
}
