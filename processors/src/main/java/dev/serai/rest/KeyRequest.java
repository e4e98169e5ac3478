package dev.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.access.KeyName;
import dev.serai.access.NewKey;
import dev.serai.access.Rate;
import dev.serai.access.Role;
import dev.serai.files.Generation;
import dev.serai.files.PointDefaults;
import dev.serai.files.Units;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.operation.JsonFields;
import dev.serai.operation.SubmitDefaults;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what key somebody wants. Without a tenant it is the realm's: a tenant's administrator makes keys of that tenant, the
 * hub's make keys of the hub or of any tenant.
 */
final class KeyRequest {
    private final Realm realm;
    private final Generation generation;

    KeyRequest(Realm realm, Generation generation) {
        this.realm = realm;
        this.generation = generation;
    }

    /** @throws ApiException when it names another tenant than the realm's */
    NewKey read(JsonFields fields) {
        if (!fields.has("name")) {
            fields.fault("name", "is missing; expected the name of whoever will use the key");
        }
        KeyName name = fields.value("name", KeyName::of);
        Set<Role> roles = set(fields, "roles", Role::of);
        if (roles.isEmpty()) {
            fields.fault("roles", "is missing; expected a list of view, submit, handle, operate, admin");
        }
        Set<PointName> points = set(fields, "points", PointName::of);
        if (!points.isEmpty() && (roles.contains(Role.ADMIN) || roles.contains(Role.OPERATE))) {
            fields.fault("points", "are for the roles view, submit and handle; operate and admin are of the whole hub");
        }
        Optional<TenantName> tenant = tenant(fields);
        tenant.ifPresent(owner -> own(fields, owner, points));
        if (tenant.isEmpty() && !points.isEmpty() && generation.tenants().size() > 1) {
            fields.fault(
                    "tenant",
                    "is missing; a key of points is of one tenant where there are several, '" + TenantName.DEFAULT
                            + "' is one too");
        }
        Rate rate = fields.value("rate", Rate::of);
        Duration expires = fields.value("expires", Units::duration);
        fields.finish();
        return new NewKey(required(name), roles, points, tenant, rate, expires);
    }

    private Optional<TenantName> tenant(JsonFields fields) {
        TenantName given = fields.value("tenant", TenantName::of);
        if (given == null) {
            return realm.only();
        }
        if (realm.only().isPresent() && !realm.only().get().equals(given)) {
            throw new ApiException(
                    ProblemCode.FORBIDDEN,
                    "the request is for one tenant, and the key would be another's; nothing was done");
        }
        if (!generation.tenants().containsKey(given)) {
            fields.fault(
                    "tenant",
                    "'" + given + "' is no tenant; expected one of "
                            + generation.tenants().keySet().stream()
                                    .map(TenantName::value)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return Optional.of(given);
    }

    /** A point of another tenant is answered as one that nobody has; each has its own of `POST /interactions`. */
    private void own(JsonFields fields, TenantName owner, Set<PointName> points) {
        points.stream()
                .filter(point -> !point.equals(SubmitDefaults.REST.point()))
                .filter(point -> generation
                        .point(point)
                        .map(PointDefaults::tenantName)
                        .filter(owner::equals)
                        .isEmpty())
                .forEach(
                        point -> fields.fault("points", "tenant '" + owner + "' has no capture point '" + point + "'"));
    }

    private static <T> Set<T> set(JsonFields fields, String name, Function<String, T> reader) {
        JsonNode list = fields.get(name);
        Set<T> values = new LinkedHashSet<>();
        if (list != null && !list.isArray()) {
            fields.fault(name, "is no list");
        } else if (list != null) {
            for (JsonNode one : list) {
                try {
                    values.add(reader.apply(one.asText()));
                } catch (IllegalArgumentException wrong) {
                    fields.fault(name, String.valueOf(wrong.getMessage()));
                }
            }
        }
        return values;
    }

    private static KeyName required(@Nullable KeyName name) {
        if (name == null) {
            throw new IllegalStateException("a missing name is refused before");
        }
        return name;
    }
}
