package dev.serai.scaffold;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;
import java.util.Optional;

/**
 * A queue that clients pull from.
 *
 * @param calendar whose hours count, if any
 * @param tenant whose it is, unless all tenants'
 */
public record QueueDraft(
        String name, String description, Optional<String> owner, Optional<String> calendar, Optional<String> tenant) {
    /** @throws IllegalArgumentException when a name is none */
    public QueueDraft {
        Names.check(name);
        calendar.ifPresent(Names::check);
        tenant.ifPresent(Names::check);
    }

    /**
     * The file.
     *
     * @throws IllegalArgumentException when there is no such calendar
     */
    public Draft draft(Home home, Generation generation) {
        calendar.filter(hours -> generation
                        .files()
                        .text("config/calendars/" + hours + ".yaml")
                        .isEmpty())
                .ifPresent(hours -> {
                    throw new IllegalArgumentException("--hours " + hours + ": there is no config/calendars/" + hours
                            + ".yaml; `./serai new calendar " + hours + "` makes it");
                });
        String text = SchemaLine.of(Format.QUEUE, home)
                + """
                # Clients pull from it; strategies place here with kamelet:place-action, parameters: {queue: %1$s}. All keys: docs/reference/queues.md
                description: %2$s
                %3$s%5$sstrategy: false
                lease: 60m                        # how long a client may keep one without renewing
                serviceObjective: 4h              # in which time one should be done
                alert: {oldest: 8h, depth: 500}   # when it turns red
                %4$sviews:
                  default: {order: "priority desc, placedInQueueAt"}
                """.formatted(
                        name,
                        Yaml.text(description),
                        owner.map(who -> "owner: " + Yaml.text(who) + "\n").orElse(""),
                        calendar.map(hours -> "hours: " + hours + "\n").orElse(""),
                        tenant.map(who -> "tenant: " + Yaml.text(who) + "\n").orElse(""));
        return Draft.of(
                file(name, text), List.of("nothing arrives before a strategy places it here"), List.of("check"));
    }

    static Draft.File file(String name, String text) {
        return new Draft.File("config/queues/" + name + ".yaml", text);
    }
}
