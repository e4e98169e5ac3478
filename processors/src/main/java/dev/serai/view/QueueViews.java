package dev.serai.view;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compiled views of one queue, and what the slots of its rows hold. Immutable. */
public final class QueueViews {
    private final QueueDefinition queue;
    private final List<String> slots;
    private final Map<String, CompiledView> views;

    private QueueViews(QueueDefinition queue, List<String> slots, Map<String, CompiledView> views) {
        this.queue = queue;
        this.slots = slots;
        this.views = Collections.unmodifiableMap(views);
    }

    /**
     * Compiles the views of a queue that passed {@code check}.
     *
     * @throws IllegalArgumentException saying what {@code check} would have
     */
    public static QueueViews of(QueueDefinition queue) {
        FieldBook fields = new FieldBook(queue.columns());
        queue.columns().keySet().forEach(fields::declare);
        List<CompiledView> compiled = new ArrayList<>();
        queue.views().values().forEach(view -> compiled.add(CompiledView.of(view, fields)));
        List<String> slots = fields.slots();
        Map<String, CompiledView> views = new LinkedHashMap<>();
        compiled.forEach(view -> views.put(view.name(), view.under(slots.hashCode())));
        return new QueueViews(queue, slots, views);
    }

    /** Compiles one view for its faults alone. */
    public static void check(QueueDefinition.View view, FieldBook fields) {
        CompiledView unused = CompiledView.of(view, fields);
    }

    public QueueName name() {
        return queue.name();
    }

    /** A view by its name. */
    public Optional<CompiledView> view(String name) {
        return Optional.ofNullable(views.get(name));
    }

    /** All views, in the order of the file. */
    public List<CompiledView> all() {
        return List.copyOf(views.values());
    }

    /** The fields that the slots hold, in order; at most {@link FieldBook#SLOTS}. */
    public List<String> slots() {
        return slots;
    }

    /** What {@link #slots} come down to: rows with another plan hold something else in them. */
    public int plan() {
        return slots.hashCode();
    }

    /**
     * Whether rows carry what views read. Clients look at their queues by views; a strategy does not, and its queue is
     * only looked at where its file says how.
     */
    public boolean isLookedAt() {
        return !queue.isHubOwn()
                && (!queue.strategy()
                        || !queue.columns().isEmpty()
                        || queue.serviceObjective().isPresent()
                        || views.values().stream().anyMatch(view -> !view.isPlain()));
    }

    /** Whether its rows remember what befell them: columns of views, or steps of an escalation. */
    public boolean isKept() {
        return isLookedAt() || !queue.escalations().isEmpty();
    }
}
