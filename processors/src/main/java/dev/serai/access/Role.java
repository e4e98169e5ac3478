package dev.serai.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may do. Handling and operating need to see, and an administrator may do all; submitting shows nothing. */
public enum Role {
    /** Reads interactions, queues, status. */
    VIEW,
    /** Gives work to capture points, and asks for what was given there. */
    SUBMIT,
    /** Pulls work, answers it, ends it. */
    HANDLE,
    /** Pauses, retries, stops routes. */
    OPERATE,
    /** Gives keys, makes files live. */
    ADMIN;

    /** @throws IllegalArgumentException when there is no such role */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no role; expected " + words()));
    }

    /** As it is written: lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What somebody with these roles may do: they, and what they include. */
    public static Set<Role> including(Set<Role> roles) {
        if (roles.contains(ADMIN)) {
            return EnumSet.allOf(Role.class);
        }
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        if (roles.contains(HANDLE) || roles.contains(OPERATE)) {
            all.add(VIEW);
        }
        return all;
    }

    private static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
