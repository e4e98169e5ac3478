package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.QueueDefinition.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Parses the conditions and orders of views, and knows the fields that they may name. */
final class SelectorCheck implements Check {
    private static final List<String> FIELDS = List.of(
            "id",
            "version",
            "capturePoint",
            "externalId",
            "parentId",
            "threadId",
            "tenant",
            "mediaType",
            "type",
            "subtype",
            "state",
            "kind",
            "heldUntil",
            "queue",
            "placement",
            "priority",
            "serviceType",
            "serviceObjective",
            "language",
            "category",
            "dispositionCode",
            "receivedAt",
            "submittedAt",
            "placedInQueueAt",
            "movedToQueueAt",
            "assignedAt",
            "assignedTo",
            "availableAt",
            "heldAt",
            "contactId",
            "subject",
            "from",
            "to",
            "messageId",
            "date");

    @Override
    public void check(Generation generation, Problems problems) {
        for (QueueDefinition queue : generation.queues().values()) {
            Set<String> fields = new TreeSet<>(FIELDS);
            fields.addAll(queue.columns().keySet());
            queue.columns().forEach((column, field) -> column(queue, column, field, problems));
            queue.views().values().forEach(view -> view(view, fields, problems));
        }
    }

    private static void column(QueueDefinition queue, String column, String field, Problems problems) {
        if (!field.matches("userData\\.[\\w.-]+") && !FIELDS.contains(field)) {
            problems.error(
                    queue.places().of("columns"),
                    "column '" + column + "' of queue '" + queue.name() + "': '" + field
                            + "' is no field; expected userData.<key>" + Nearest.hint(field, FIELDS));
        }
    }

    private static void view(View view, Set<String> fields, Problems problems) {
        try {
            for (String field : Selector.parse(view.where()).fields()) {
                known(view, "where", field, fields, problems);
            }
        } catch (IllegalArgumentException e) {
            problems.error(view.place(), "where of view '" + view.name() + "': " + e.getMessage());
        }
        for (String term : view.order().split(",", -1)) {
            String[] words = term.strip().split("\\s+", -1);
            if (words.length > 2 || (words.length == 2 && !words[1].matches("(?i)asc|desc"))) {
                problems.error(
                        view.place(),
                        "order of view '" + view.name() + "': '" + term.strip()
                                + "' is not a field with asc or desc behind it");
            } else {
                known(view, "order", words[0], fields, problems);
            }
        }
    }

    private static void known(View view, String key, String field, Set<String> fields, Problems problems) {
        if (!fields.contains(field)) {
            problems.error(
                    view.place(),
                    key + " of view '" + view.name() + "' names '" + field
                            + "', which is neither a field nor a column of the queue" + Nearest.hint(field, fields));
        }
    }
}
