package dev.serai.store;

import dev.serai.interaction.PointName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What interactions to list: every given criterion must hold. Built with the methods, each returning a wider filter.
 */
public final class InteractionFilter {
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private int limit = 50;

    public static InteractionFilter all() {
        return new InteractionFilter();
    }

    public InteractionFilter externalId(String value) {
        return with("i.external_id = :externalId", "externalId", value);
    }

    public InteractionFilter messageId(String value) {
        return with("i.message_id = :messageId", "messageId", MessageIdKey.of(value));
    }

    public InteractionFilter address(String value) {
        return with("i.from_address = :address", "address", value);
    }

    public InteractionFilter thread(String value) {
        return with("i.thread_id = :thread", "thread", value);
    }

    public InteractionFilter contact(String value) {
        return with("i.contact_id = :contact", "contact", value);
    }

    public InteractionFilter queue(String value) {
        return with("w.queue = :queue", "queue", value);
    }

    public InteractionFilter type(String value) {
        return with("i.type = :type", "type", value);
    }

    /** A state's word; `stopped` is the one without a work row. */
    public InteractionFilter state(String value) {
        if (value.equals("stopped")) {
            conditions.append(" and w.state is null");
            return this;
        }
        return with("w.state = :state", "state", value);
    }

    /** A piece of the subject, in any case. */
    public InteractionFilter subjectContains(String value) {
        return with("lower(i.subject) like :q", "q", "%" + value.toLowerCase(java.util.Locale.ROOT) + "%");
    }

    public InteractionFilter receivedAfter(Instant value) {
        return with("i.received_at > :after", "after", Sql.time(value));
    }

    public InteractionFilter receivedBefore(Instant value) {
        return with("i.received_at < :before", "before", Sql.time(value));
    }

    /** Only those older than this id: the next page of a listing. */
    public InteractionFilter olderThan(String id) {
        return with("i.id < :cursor", "cursor", id);
    }

    /** Only those of these capture points; none = of all. */
    public InteractionFilter points(Set<PointName> points) {
        List<String> names = new ArrayList<>();
        points.forEach(point -> {
            String name = "point" + names.size();
            names.add(":" + name);
            values.put(name, point.value());
        });
        if (!names.isEmpty()) {
            conditions
                    .append(" and i.capture_point in (")
                    .append(String.join(", ", names))
                    .append(')');
        }
        return this;
    }

    /** At most so many, 1 to 1000. */
    public InteractionFilter limit(int value) {
        limit = Math.max(1, Math.min(1000, value));
        return this;
    }

    String tail() {
        return conditions + " order by i.id desc limit " + limit;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    private InteractionFilter with(String condition, String name, @Nullable Object value) {
        conditions.append(" and ").append(condition);
        values.put(name, value);
        return this;
    }
}
