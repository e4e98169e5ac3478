package dev.serai.view;

import dev.serai.files.Generation;
import dev.serai.interaction.QueueName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The views of all queues of one generation. Immutable. */
public final class ViewBook {
    /** Of no queues. */
    public static final ViewBook NONE = new ViewBook(Map.of());

    private final Map<QueueName, QueueViews> queues;

    private ViewBook(Map<QueueName, QueueViews> queues) {
        this.queues = queues;
    }

    /**
     * Compiles the views of a generation that passed {@code check}.
     *
     * @throws IllegalArgumentException saying what {@code check} would have
     */
    public static ViewBook of(Generation generation) {
        Map<QueueName, QueueViews> queues = new TreeMap<>();
        generation.queues().forEach((name, queue) -> queues.put(name, QueueViews.of(queue)));
        return new ViewBook(queues);
    }

    /** The book of whatever generation is live, compiled once for each. */
    public static Supplier<ViewBook> following(Supplier<Generation> live) {
        return new Following(live);
    }

    public Optional<QueueViews> of(QueueName queue) {
        return Optional.ofNullable(queues.get(queue));
    }

    public Collection<QueueViews> all() {
        return queues.values();
    }

    private static final class Following implements Supplier<ViewBook> {
        private final Supplier<Generation> live;
        private volatile Compiled last = new Compiled("", NONE);

        private record Compiled(String generation, ViewBook book) {}

        Following(Supplier<Generation> live) {
            this.live = live;
        }

        @Override
        public ViewBook get() {
            Generation generation = live.get();
            Compiled known = last;
            if (!known.generation().equals(generation.id())) {
                known = new Compiled(generation.id(), of(generation));
                last = known;
            }
            return known.book();
        }
    }
}
