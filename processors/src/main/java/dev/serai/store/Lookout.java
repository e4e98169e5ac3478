package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.view.Looked;
import dev.serai.view.QueueViews;
import dev.serai.view.ViewBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which queues are looked at by views, and what this transaction wrote of the interactions that come into them. */
final class Lookout {
    private final ViewBook book;
    private final Map<InteractionId, Looked> seen = new HashMap<>();

    Lookout(ViewBook book) {
        this.book = book;
    }

    ViewBook book() {
        return book;
    }

    void saw(InteractionId id, Looked looked) {
        seen.put(id, looked);
    }

    Optional<Looked> seen(InteractionId id) {
        return Optional.ofNullable(seen.get(id));
    }

    void forgetAll() {
        seen.clear();
    }

    /** The views of a queue whose rows carry what views read. */
    Optional<QueueViews> views(QueueName queue) {
        return book.of(queue).filter(QueueViews::isLookedAt);
    }

    boolean isKept(QueueName queue) {
        return book.of(queue).filter(QueueViews::isKept).isPresent();
    }
}
