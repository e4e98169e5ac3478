package dev.serai.check;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.PointDefaults;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.TenantName;
import java.util.List;
import java.util.Set;

/** Finds tenants that are named but not declared, and those of things that all tenants share by their nature. */
final class TenantCheck implements Check {
    private static final Set<String> EVERYBODYS =
            Set.of("intake", "dispatch", "inbound", "outbound", "review", "unrouted");
    private final Things things;

    TenantCheck(Things things) {
        this.things = things;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        generation
                .points()
                .forEach(point -> declared(
                        point.tenantName(), place(point), "capture point", point.name(), generation, problems));
        for (AccountDefinition account : generation.accounts().values()) {
            account.tenant()
                    .ifPresent(tenant -> declared(
                            tenant, account.places().of("tenant"), "account", account.name(), generation, problems));
        }
        generation.queues().values().forEach(queue -> queue(queue, generation, problems));
        things.of(generation)
                .all()
                .forEach(thing -> thing.belonging()
                        .tenant()
                        .ifPresent(tenant ->
                                declared(tenant, thing.place(), thing.kind(), thing.name(), generation, problems)));
    }

    private static Place place(PointDefaults point) {
        return point.places().of("tenant");
    }

    private static void queue(QueueDefinition queue, Generation generation, Problems problems) {
        queue.tenant().ifPresent(tenant -> {
            Place place = queue.places().of("tenant");
            declared(tenant, place, "queue", queue.name(), generation, problems);
            if (EVERYBODYS.contains(queue.name().value())) {
                problems.error(
                        place,
                        "'tenant': queue '" + queue.name()
                                + "' is where interactions of all tenants come by; leave 'tenant' away");
            }
        });
    }

    private static void declared(
            TenantName tenant, Place place, String kind, Object name, Generation generation, Problems problems) {
        if (!generation.tenants().containsKey(tenant)) {
            List<String> known = generation.tenants().keySet().stream()
                    .map(TenantName::value)
                    .toList();
            problems.error(
                    place,
                    kind + " '" + name + "' is of tenant '" + tenant + "', which is not declared in config/tenants"
                            + Nearest.hint(tenant.value(), known));
        }
    }
}
