package dev.serai.rest;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.store.DispatchOverview.Answer;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dispatch as REST writes it. */
final class DispatchView {
    private static final String DISPATCH = "serai.dispatch.";
    private static final Set<String> REPORTS = Set.of("serai.dispatch.bounced", "serai.dispatch.reported");

    private DispatchView() {}

    static Map<String, Object> of(DispatchRow row) {
        return doc(row).map();
    }

    /** With what happened at each try, what reports said of it, and what a person may do. */
    static Map<String, Object> full(DispatchRow row, List<Event> timeline, boolean retriable, Generation files) {
        AccountDefinition account = files.accounts().get(row.account());
        return doc(row).put("host", account == null ? null : Outgoing.host(account))
                .put("sender", row.sender().isEmpty() ? "<>" : row.sender())
                .put(
                        "tries",
                        timeline.stream()
                                .filter(DispatchView::isTry)
                                .map(DispatchView::fact)
                                .toList())
                .put(
                        "reports",
                        timeline.stream()
                                .filter(event -> REPORTS.contains(event.type()))
                                .map(DispatchView::fact)
                                .toList())
                .put("choices", choices(row, retriable))
                .put("timeline", ApiRequest.ROOT + "/interactions/" + row.id() + "/timeline")
                .map();
    }

    /** As who wrote it sees it, at the interaction that it is about. */
    static Map<String, Object> reply(Answer answer) {
        DispatchRow row = answer.dispatch();
        return new Doc()
                .put("id", row.id())
                .put("kind", answer.subtype())
                .put("state", row.state())
                .put("account", row.account())
                .put("recipients", row.recipients().all())
                .put("nextAt", row.nextAt())
                .put("lastError", row.lastError())
                .map();
    }

    private static Doc doc(DispatchRow row) {
        return new Doc()
                .put("id", row.id())
                .put("account", row.account())
                .put("state", row.state())
                .put("messageId", row.messageId())
                .always("recipients", row.recipients().all())
                .put("attempts", row.attempts())
                .put("createdAt", row.createdAt())
                .put("changedAt", row.changedAt())
                .put("nextAt", row.nextAt())
                .put("dataAt", row.dataAt())
                .put("lastError", row.lastError())
                .put("cause", row.cause());
    }

    private static boolean isTry(Event event) {
        return event.type().startsWith(DISPATCH) && !REPORTS.contains(event.type());
    }

    private static Map<String, Object> fact(Event event) {
        return new Doc()
                .put("at", event.at())
                .put("state", event.type().substring(DISPATCH.length()))
                .put("by", event.actor())
                .put("reason", event.reason())
                .putAll(event.data())
                .map();
    }

    /** What may be decided, with what follows from it; nothing where nobody is asked. */
    private static @Nullable Object choices(DispatchRow row, boolean retriable) {
        return switch (row.state()) {
            case UNCERTAIN ->
                new Doc()
                        .put(
                                "lookFor",
                                "Message-ID " + row.messageId() + " in the log of the mail server, about "
                                        + row.dataAt())
                        .put(
                                "retry",
                                retriable
                                        ? "sends it again with the same Message-ID: who has it already gets a second copy"
                                        : null)
                        .put("cancel", "leaves it: who has not got it never will")
                        .map();
            case FAILED ->
                Map.of(
                        "retry", "tries once more for those who have not got it",
                        "cancel", "gives it up for those who have not got it");
            case DEFERRED -> Map.of("retry", "tries now and not only at " + row.nextAt(), "cancel", "gives it up");
            case PENDING -> Map.of("cancel", "gives it up");
            default -> null;
        };
    }
}
