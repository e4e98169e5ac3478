package dev.serai.store;

import dev.serai.view.FieldBook;
import dev.serai.view.Looked;
import dev.serai.view.QueueViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a work row that views read. */
record ViewColumns(
        @Nullable Instant receivedAt,
        @Nullable String mediaType,
        @Nullable String subtype,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String category,
        @Nullable String contactId,
        List<@Nullable String> slots,
        @Nullable Integer plan) {
    /** Of a row in a queue that nobody looks at by views. */
    static final ViewColumns NONE = new ViewColumns(null, null, null, null, null, null, null, List.of(), null);

    static ViewColumns of(Looked looked, QueueViews views) {
        List<@Nullable String> slots = new ArrayList<>();
        views.slots().forEach(path -> slots.add(looked.text(path)));
        var contact = looked.contactId();
        return new ViewColumns(
                looked.origin().receivedAt(),
                looked.origin().mediaType(),
                looked.origin().subtype(),
                looked.content().kind(),
                looked.language(),
                looked.data("category"),
                contact == null ? null : contact.value(),
                slots,
                views.plan());
    }

    Batch bind(Batch batch) {
        batch.bind("receivedAt", Sql.time(receivedAt))
                .bind("mediaType", mediaType)
                .bind("subtype", subtype)
                .bind("kind", kind)
                .bind("language", language)
                .bind("category", category)
                .bind("contactId", contactId)
                .bind("viewPlan", plan);
        for (int i = 0; i < FieldBook.SLOTS; i++) {
            batch.bind("c" + (i + 1), i < slots.size() ? slots.get(i) : null);
        }
        return batch;
    }
}
