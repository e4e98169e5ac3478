package dev.serai.follow;

import dev.serai.document.Form;
import dev.serai.document.Response;
import dev.serai.files.Generation;
import dev.serai.files.Notify;
import dev.serai.files.PointDefaults;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Source;
import dev.serai.store.EventStream.Subject;
import dev.serai.store.OutgoingRow;
import dev.serai.store.Tx;
import dev.serai.window.CrashWindow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells points what became of their interactions: of each event that somebody else caused, and that a point asks for by its
 * parameter {@code notify}, one row to be sent, in the transaction that moves the follower on.
 */
public final class NotificationSink implements Sink {
    /** Its place in the log is kept under it. */
    public static final String NAME = "notifications";

    private final Supplier<Generation> live;

    /** @param live the files that decide */
    public NotificationSink(Supplier<Generation> live) {
        this.live = live;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isWanted() {
        return live.get().points().anyMatch(point -> point.notifications().isOn());
    }

    @Override
    public void write(Tx tx, List<Event> events) {
        Generation files = live.get();
        Map<Subject, Source> sources = tx.stream()
                .sources(events.stream()
                        .map(Subject::of)
                        .filter(Subject::isInteraction)
                        .distinct()
                        .toList());
        Map<Subject, Optional<Interaction>> known = new HashMap<>();
        List<OutgoingRow> rows = events.stream()
                .flatMap(event -> row(tx, event, files, sources, known).stream())
                .toList();
        rows.forEach(tx.outgoing()::add);
        if (!rows.isEmpty()) {
            CrashWindow.EVENTS_FOLLOWED.pass();
        }
    }

    private static Optional<OutgoingRow> row(
            Tx tx,
            Event event,
            Generation files,
            Map<Subject, Source> sources,
            Map<Subject, Optional<Interaction>> known) {
        Subject subject = Subject.of(event);
        Source source = sources.get(subject);
        if (source == null) {
            return Optional.empty();
        }
        PointName point = PointName.of(source.point());
        if (point.actor().equals(event.actor())) {
            return Optional.empty();
        }
        Notify wanted = files.point(point).map(PointDefaults::notifications).orElse(Notify.NONE);
        return News.of(event, wanted.kinds())
                .flatMap(news -> known.computeIfAbsent(subject, any -> load(tx, subject))
                        .map(now -> row(event, source, wanted, news, now)));
    }

    @Override
    public String advice() {
        return "The hub itself fails to write notifications: report it; they wait and are written when it can";
    }

    private static Optional<Interaction> load(Tx tx, Subject subject) {
        return tx.interactions().load(subject.tenant(), InteractionId.of(subject.id()));
    }

    private static OutgoingRow row(Event event, Source source, Notify wanted, News news, Interaction now) {
        Form form = source.form() == null
                ? Form.valueOf(wanted.form().name())
                : Form.valueOf(source.form().toUpperCase(Locale.ROOT));
        return new OutgoingRow(
                event.tenant(),
                PointName.of(source.point()),
                OutgoingRow.Kind.NOTIFICATION,
                form.word(),
                null,
                null,
                response(news, now).write(form),
                CloudEvent.id(event),
                now.id().value());
    }

    /** How it stood right after the event; what happened later is told by later news. */
    private static Response response(News news, Interaction now) {
        Response known = Response.of(news.kind().word(), now);
        Map<String, Object> properties = new LinkedHashMap<>(known.properties());
        if (news.standing().containsKey("state")) {
            properties.keySet().removeAll(List.of("assignedTo", "heldUntil", "stopReason"));
        }
        properties.putAll(news.standing());
        boolean changed = news.kind() == Notify.Kind.CHANGED;
        return new Response(
                known.operation(),
                known.reference(),
                properties,
                changed ? news.changed() : null,
                changed && !news.deleted().isEmpty() ? news.deleted() : null,
                null,
                null);
    }
}
