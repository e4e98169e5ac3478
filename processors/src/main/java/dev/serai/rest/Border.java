package dev.serai.rest;

import dev.serai.interaction.TenantName;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says whose things a request is about: the caller's tenant's, or what a caller of the hub names by the header
 * `Serai-Tenant`, or all.
 */
final class Border {
    /** By it a caller of the hub acts for one tenant. */
    static final String HEADER = "Serai-Tenant";

    private final Supplier<Set<TenantName>> declared;

    /** @param declared the tenants that the live files have */
    Border(Supplier<Set<TenantName>> declared) {
        this.declared = declared;
    }

    /** Why a caller may not ask so; empty when it may. */
    Optional<Denial> denial(Caller caller, HttpServerRequest request) {
        List<String> named = named(request);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Optional<TenantName> own = caller.tenant();
        if (own.isPresent()) {
            boolean foreign = !named.equals(List.of(own.get().value()));
            return foreign ? Optional.of(foreign(caller, own.get())) : Optional.empty();
        }
        Collection<TenantName> known = new TreeSet<>(declared.get());
        boolean good = named.size() == 1
                && known.stream().anyMatch(tenant -> tenant.value().equals(named.get(0)));
        return good ? Optional.empty() : Optional.of(unknown(named, known));
    }

    /** Whose things it is about, of a request that {@link #denial} has nothing against. */
    static Realm realm(Caller caller, HttpServerRequest request) {
        return new Realm(
                caller.tenant().or(() -> named(request).stream().findFirst().map(TenantName::of)));
    }

    private static List<String> named(HttpServerRequest request) {
        return request.headers().getAll(HEADER).stream().map(String::strip).toList();
    }

    private static Denial foreign(Caller caller, TenantName own) {
        return Denial.forbidden(
                "tenant",
                caller.words() + " is of tenant '" + own + "', and " + HEADER + " names another; expected that or no "
                        + HEADER);
    }

    private static Denial unknown(List<String> named, Collection<TenantName> known) {
        return new Denial(
                ProblemCode.INVALID_REQUEST,
                "tenant",
                HEADER + " is '" + String.join(", ", named) + "'; expected one of "
                        + known.stream().map(TenantName::value).collect(Collectors.joining(", ")),
                Map.of());
    }
}
