package dev.serai.check;

import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.RouteFile;
import dev.serai.interaction.TenantName;
import java.util.Optional;

/** Whose interactions a strategy decides on: those of its queue's tenant; of a shared queue, anybody's. */
final class StrategyTenant {
    private StrategyTenant() {}

    /** Empty where it is anybody's, or the route is no strategy. */
    static Optional<TenantName> of(String routeId, Generation generation) {
        return Optional.ofNullable(generation.routes().get(routeId))
                .filter(route -> route.kind() == RouteFile.Kind.STRATEGY)
                .map(RouteFile::name)
                .filter(name -> name.matches("[a-z0-9-]{1,64}"))
                .flatMap(name -> generation.queues().entrySet().stream()
                        .filter(entry -> entry.getKey().value().equals(name))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst())
                .flatMap(Belonging::tenant);
    }
}
