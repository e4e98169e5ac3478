package dev.serai.files;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A queue with its views, from {@code config/queues/<queue>.yaml}.
 *
 * @param name the queue
 * @param description what waits there
 * @param owner whom to ask
 * @param tenant whose interactions alone wait there; empty = all tenants'
 * @param strategy true: its strategy drains it; false: clients pull
 * @param review whether outbound mail may be approved there
 * @param onError where an interaction goes that its strategy cannot decide; empty = quarantine
 * @param lease how long a client may keep one, default 180 m
 * @param serviceObjective in which time one should be done
 * @param alert when the queue turns red
 * @param replyVia the account that answers
 * @param layout how mail that is answered from here is quoted, a name of config/layouts
 * @param signature below what people write here, a name of config/signatures
 * @param hours the calendar in config/calendars
 * @param columns names that conditions may use, with the field behind each
 * @param escalations what happens to those that wait long
 * @param views by name; {@code default} is always there
 * @param places where it and its keys stand
 */
public record QueueDefinition(
        QueueName name,
        String description,
        Optional<String> owner,
        Optional<TenantName> tenant,
        boolean strategy,
        boolean review,
        Optional<QueueName> onError,
        Duration lease,
        Optional<Duration> serviceObjective,
        Alert alert,
        Optional<AccountName> replyVia,
        Optional<String> layout,
        Optional<String> signature,
        Optional<String> hours,
        Map<String, String> columns,
        List<Escalation> escalations,
        Map<String, View> views,
        Places places)
        implements Belonging {
    /** The hub's own queue where intake works. */
    public static final QueueName INTAKE = QueueName.of("intake");
    /** The hub's own queue that the dispatcher drains. */
    public static final QueueName DISPATCH = QueueName.of("dispatch");
    /** The shipped queue in which somebody looks at outbound mail; as it is shipped, mail may be approved there. */
    public static final QueueName REVIEW = QueueName.of("review");
    /** The view that counts when none is named. */
    public static final String DEFAULT_VIEW = "default";

    /** When a queue turns red. */
    public record Alert(Optional<Duration> oldest, Optional<Integer> depth) {
        /** Whether it never does. */
        public boolean isNone() {
            return oldest.isEmpty() && depth.isEmpty();
        }
    }

    /** What happens to an interaction that waits: it gains priority, moves, or both. */
    public record Escalation(Duration after, Optional<Integer> raisePriority, Optional<QueueName> queue, Place place) {}

    /**
     * A condition and an order over the queue.
     *
     * @param where a JMS selector; empty = all
     * @param order as in SQL
     */
    public record View(String name, String where, String order, Place place) {
        /** The order that counts when a view names none. */
        public static final String DEFAULT_ORDER = "priority desc, placedInQueueAt";
    }

    /** Where it stands. */
    public Place place() {
        return places.whole();
    }

    /** Whether the queue belongs to the hub: no strategy file, no client. */
    public boolean isHubOwn() {
        return name.equals(INTAKE) || name.equals(DISPATCH);
    }

    /** The route that decides, {@code strategy-<queue>}. */
    public String strategyId() {
        return "strategy-" + name;
    }
}
