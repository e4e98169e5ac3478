package dev.serai.check;

import dev.serai.check.Things.Thing;
import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.files.MailPoint;
import dev.serai.files.Place;
import dev.serai.files.PointDefaults;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.SqlPointDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds references from one tenant's things to another's, and from shared things to a tenant's. A shared strategy may name
 * a tenant's things; the run of another tenant's interaction that comes by fails then.
 */
final class ReferenceCheck implements Check {
    private static final AccountName DEFAULT = AccountName.of("default");
    private final Things things;

    ReferenceCheck(Things things) {
        this.things = things;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        generation.points().forEach(point -> {
            Referrer who = new Referrer("capture point '" + point.name() + "'", Optional.of(point.tenantName()));
            queue(who, point.queue(), point.places().of("queue"), generation, problems);
        });
        generation.mailPoints().forEach(point -> replies(point, generation, problems));
        generation.queues().values().forEach(queue -> queue(queue, generation, problems));
        sources(generation, problems);
        StepReferences steps = new StepReferences(generation, things.of(generation));
        generation
                .steps()
                .values()
                .forEach(step -> StrategyTenant.of(step.routeId(), generation)
                        .ifPresent(tenant -> steps.of(step)
                                .forEach(found -> found.problem(
                                        new Referrer("step '" + step.id() + "'", Optional.of(tenant)), problems))));
        responses(generation, problems);
    }

    /** @param tenant whose it is; empty = shared */
    record Referrer(String words, Optional<TenantName> tenant) {}

    /** Something that is named at a place. */
    record Named(String kind, String name, Belonging thing, Place place) {
        void problem(Referrer who, Problems problems) {
            Optional<TenantName> owner = thing.tenant();
            if (owner.isEmpty() || owner.equals(who.tenant())) {
                return;
            }
            problems.error(
                    place,
                    who.words()
                            + who.tenant()
                                    .map(tenant -> " is of tenant '" + tenant + "'")
                                    .orElse(" is shared by all tenants")
                            + " and names " + kind + " '" + name + "' of tenant '" + owner.get() + "'; expected "
                            + who.tenant()
                                    .map(tenant -> "one of its own or a shared one")
                                    .orElse("a shared one"));
        }
    }

    /** The databases and Kafka clusters that points read from. */
    private void sources(Generation generation, Problems problems) {
        Things.Read read = things.of(generation);
        generation
                .points(SqlPointDefinition.class)
                .values()
                .forEach(point -> source(point.point(), "database", point.database(), read.databases(), problems));
        generation
                .points(KafkaPointDefinition.class)
                .values()
                .forEach(point -> source(point.point(), "cluster", point.cluster(), read.clusters(), problems));
    }

    private static void source(PointDefaults point, String key, String name, List<Thing> known, Problems problems) {
        Referrer who = new Referrer("capture point '" + point.name() + "'", Optional.of(point.tenantName()));
        known.stream()
                .filter(thing ->
                        name.isEmpty() ? known.size() == 1 : thing.name().equals(name))
                .forEach(thing -> new Named(
                                thing.kind(),
                                thing.name(),
                                thing.belonging(),
                                point.places().of(key))
                        .problem(who, problems));
    }

    private static void replies(MailPoint point, Generation generation, Problems problems) {
        Referrer who = new Referrer(
                "capture point '" + point.name() + "'",
                Optional.of(point.point().tenantName()));
        boolean written = point.point().places().keys().containsKey("replyVia");
        if (written || !point.replyVia().equals(DEFAULT)) {
            account(who, point.replyVia(), point.point().places().of("replyVia"), generation, problems);
        }
    }

    private static void queue(QueueDefinition queue, Generation generation, Problems problems) {
        Referrer who = new Referrer("queue '" + queue.name() + "'", queue.tenant());
        queue.replyVia()
                .ifPresent(account -> account(who, account, queue.places().of("replyVia"), generation, problems));
        queue.onError().ifPresent(target -> queue(who, target, queue.places().of("onError"), generation, problems));
        queue.escalations()
                .forEach(step ->
                        step.queue().ifPresent(target -> queue(who, target, step.place(), generation, problems)));
    }

    private static void queue(Referrer who, QueueName name, Place place, Generation generation, Problems problems) {
        Optional.ofNullable(generation.queues().get(name))
                .ifPresent(found -> new Named("queue", name.value(), found, place).problem(who, problems));
    }

    private static void account(Referrer who, AccountName name, Place place, Generation generation, Problems problems) {
        Optional.ofNullable(generation.accounts().get(name))
                .ifPresent(found -> new Named("account", name.value(), found, place).problem(who, problems));
    }

    /** A response is of one tenant in all its languages. */
    private void responses(Generation generation, Problems problems) {
        Map<String, List<Thing>> byName =
                things.of(generation).responses().stream().collect(java.util.stream.Collectors.groupingBy(Thing::name));
        byName.forEach((name, languages) -> {
            Thing first = languages.get(0);
            languages.stream()
                    .filter(other -> !Objects.equals(
                            other.belonging().tenant(), first.belonging().tenant()))
                    .forEach(other -> problems.error(
                            other.place(),
                            "response '" + name + "' is " + words(other) + " here and " + words(first) + " in "
                                    + first.place().file() + "; expected the same 'tenant' in all its languages"));
        });
    }

    private static String words(Thing thing) {
        return thing.belonging()
                .tenant()
                .map(tenant -> "of tenant '" + tenant + "'")
                .orElse("shared");
    }
}
