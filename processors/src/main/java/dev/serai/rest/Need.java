package dev.serai.rest;

import dev.serai.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody must have for a request. */
sealed interface Need {
    /** Nothing: whoever asks is told whether the hub lives, and no more. */
    record Open() implements Need {}

    /** Any key that is good. */
    record AnyKey() implements Need {}

    /**
     * Roles.
     *
     * @param id of the verb, or the path where it is none
     * @param anyOf sets of roles, one of which must be there whole; none at all = nobody may
     * @param forPoints whether a key that is limited to points may ask it
     * @param forTenants whether a tenant's caller may ask it; others are for callers of the hub
     */
    record Roles(String id, List<Set<Role>> anyOf, boolean forPoints, boolean forTenants) implements Need {
        boolean isMetBy(Caller caller) {
            return anyOf.stream().anyMatch(roles -> caller.roles().containsAll(roles));
        }

        String words() {
            return anyOf.stream()
                    .map(roles -> roles.stream().map(Role::word).sorted().collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining(" or "));
        }
    }

    /** There is nothing: neither a path nor a verb of that name. */
    record Nothing() implements Need {}
}
