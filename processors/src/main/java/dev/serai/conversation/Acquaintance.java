package dev.serai.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How well the people of a thread know somebody who writes to it. */
enum Acquaintance {
    /** One of them, by an address or by another address of the same contact. */
    PARTICIPANT,
    /** Somebody who writes to one of them too. */
    COMPANION,
    /** Somebody of a participant's organisation, by the domain of the address, where the domain is not everybody's. */
    COLLEAGUE,
    /** Nobody knows. */
    STRANGER;

    /** Domains where everybody gets an address: to share one says nothing. */
    private static final Set<String> PUBLIC = read("public-domains.txt");

    /** @param address in lower case */
    static Acquaintance of(String address, Collection<String> participants) {
        if (participants.contains(address)) {
            return PARTICIPANT;
        }
        String domain = domain(address);
        boolean shared = !domain.isEmpty()
                && !PUBLIC.contains(domain)
                && participants.stream().map(Acquaintance::domain).anyMatch(other -> isSame(domain, other));
        return shared ? COLLEAGUE : STRANGER;
    }

    /** The same or one below the other: mail from `desk.example.com` is of `example.com`. */
    private static boolean isSame(String domain, String other) {
        return domain.equals(other) || isBelow(domain, other) || isBelow(other, domain);
    }

    private static boolean isBelow(String domain, String upper) {
        return upper.indexOf('.') > 0 && !PUBLIC.contains(upper) && domain.endsWith("." + upper);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static Set<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(Acquaintance.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
