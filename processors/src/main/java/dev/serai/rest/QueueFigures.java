package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.overdue.QueueClock;
import dev.serai.store.Tx;
import dev.serai.view.CompiledView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a queue by its file.
 *
 * @param overdue how many were received longer ago than its objective allows; null where it has none
 * @param views what waits in each of its views; null where it has none of its own
 */
record QueueFigures(@Nullable Long overdue, @Nullable List<ViewDepth> views) {

    /** How many wait in a view, whether they are due or not. */
    record ViewDepth(String name, long depth) {}

    static QueueFigures of(Tx tx, Generation generation, QueueDefinition queue, Realm realm) {
        return new QueueFigures(overdue(tx, generation, queue, realm).orElse(null), views(tx, queue, realm));
    }

    static Optional<Long> overdue(Tx tx, Generation generation, QueueDefinition queue, Realm realm) {
        QueueClock clock = QueueClock.of(generation, queue);
        return queue.serviceObjective()
                .map(objective -> tx.views().overdue(realm.rows(), queue.name(), clock.before(tx.now(), objective)));
    }

    private static @Nullable List<ViewDepth> views(Tx tx, QueueDefinition queue, Realm realm) {
        List<CompiledView> views =
                tx.views().book().of(queue.name()).map(found -> found.all()).orElse(List.of());
        return views.stream().allMatch(CompiledView::isPlain)
                ? null
                : views.stream()
                        .map(view -> new ViewDepth(view.name(), tx.views().depth(queue.name(), view, realm.rows())))
                        .toList();
    }
}
