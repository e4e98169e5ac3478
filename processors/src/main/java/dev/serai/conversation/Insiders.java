package dev.serai.conversation;

import java.util.Locale;
import java.util.Set;

/** Who belongs to the house: our own addresses, and those of their domains, where a domain is not everybody's. */
public final class Insiders {
    private Insiders() {}

    /** @param ours our own addresses, in lower case */
    public static boolean isOne(String address, Set<String> ours) {
        return Acquaintance.of(address.toLowerCase(Locale.ROOT), ours) != Acquaintance.STRANGER;
    }
}
