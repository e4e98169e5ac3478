package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.view.FieldBook;
import dev.serai.view.QueueViews;

/** Compiles the columns and views of queues, which is where conditions that make no sense and slow orders show. */
final class ViewCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        generation.queues().values().forEach(queue -> queue(queue, problems));
    }

    private static void queue(QueueDefinition queue, Problems problems) {
        FieldBook fields = new FieldBook(queue.columns());
        String who = "queue '" + queue.name() + "': ";
        queue.columns()
                .keySet()
                .forEach(column -> noted(queue.places().of("columns"), who, problems, () -> fields.declare(column)));
        queue.views().values().forEach(view -> noted(view.place(), "", problems, () -> QueueViews.check(view, fields)));
        if (queue.strategy() && queue.views().containsKey(QueueDefinition.DEFAULT_VIEW)) {
            QueueDefinition.View view = queue.views().get(QueueDefinition.DEFAULT_VIEW);
            if (view != null && !view.where().isBlank()) {
                problems.warning(
                        view.place(),
                        who + "its strategy drains it whatever the view 'default' says; the condition counts for lists"
                                + " only");
            }
        }
    }

    private static void noted(Place place, String who, Problems problems, Runnable compiling) {
        try {
            compiling.run();
        } catch (IllegalArgumentException wrong) {
            problems.error(place, who + wrong.getMessage());
        }
    }
}
