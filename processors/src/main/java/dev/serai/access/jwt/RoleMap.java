package dev.serai.access.jwt;

import dev.serai.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which of our roles the words of an identity provider stand for; words that are not in it stand for nothing. */
record RoleMap(Map<String, Set<Role>> roles) {
    RoleMap {
        roles = Map.copyOf(roles);
    }

    /** What words of ours stand for themselves: a role of a realm that happens to be called admin is no administrator of ours. */
    private static final Set<Role> PLAIN = Set.of(Role.VIEW, Role.SUBMIT, Role.HANDLE);

    /**
     * Reads {@code hub-agents=handle, hub-ops=operate}. Of an empty text our own words stand for themselves, those that rule
     * the hub excepted.
     *
     * @throws IllegalArgumentException when it has another form, or names none of our roles
     */
    static RoleMap of(String text) {
        Map<String, Set<Role>> roles = new HashMap<>();
        if (text.isBlank()) {
            PLAIN.forEach(role -> roles.put(role.word(), Set.of(role)));
            return new RoleMap(roles);
        }
        for (String pair : text.split(",")) {
            int end = pair.lastIndexOf('=');
            if (end < 1 || pair.substring(0, end).isBlank()) {
                throw new IllegalArgumentException(
                        "'" + pair.strip() + "' is no pair; expected such as hub-agents=handle, hub-ops=operate");
            }
            Role role = Role.of(pair.substring(end + 1).strip());
            roles.computeIfAbsent(pair.substring(0, end).strip(), any -> EnumSet.noneOf(Role.class))
                    .add(role);
        }
        return new RoleMap(roles);
    }

    Set<Role> of(Collection<String> words) {
        Set<Role> ours = EnumSet.noneOf(Role.class);
        words.forEach(word -> ours.addAll(roles.getOrDefault(word, Set.of())));
        return ours;
    }
}
