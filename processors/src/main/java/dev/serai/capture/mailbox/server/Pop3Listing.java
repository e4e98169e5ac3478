package dev.serai.capture.mailbox.server;

import dev.serai.store.RawContent;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which message number is at which position. A position is the UIDL; where several mails share one (RFC 1939 section 7
 * allows it for equal mails, servers do it for others too) it is UIDL, size and a count, so that each is fetched and told
 * apart by its bytes.
 */
final class Pop3Listing {
    private static final Pattern USABLE = Pattern.compile("[!-~]{1,200}");

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Set<String> shared = new HashSet<>();
    private int missing;

    /** Sizes by message number, from 1; asked of the server when first needed. */
    @FunctionalInterface
    interface Sizes {
        int of(int number) throws MessagingException;
    }

    private Pop3Listing() {}

    /** @param uidls by message number less one; null where the server gave none */
    static Pop3Listing of(List<@Nullable String> uidls, Sizes sizes) throws MessagingException {
        Map<String, List<Integer>> byUidl = new LinkedHashMap<>();
        Pop3Listing listing = new Pop3Listing();
        for (int i = 0; i < uidls.size(); i++) {
            String uidl = uidls.get(i);
            if (uidl == null || uidl.isBlank()) {
                listing.missing++;
            } else {
                byUidl.computeIfAbsent(position(uidl), any -> new ArrayList<>(1))
                        .add(i + 1);
            }
        }
        for (Map.Entry<String, List<Integer>> entry : byUidl.entrySet()) {
            listing.add(entry.getKey(), entry.getValue(), sizes);
        }
        return listing;
    }

    /** Message numbers by position, in the server's order. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    /** Whether another mail has the same UIDL, so that a later session may name another mail by this position. */
    boolean isShared(String position) {
        return shared.contains(position);
    }

    /** Mails without a UIDL. */
    int missing() {
        return missing;
    }

    private void add(String uidl, List<Integer> mails, Sizes sizes) throws MessagingException {
        if (mails.size() == 1) {
            numbers.put(uidl, mails.get(0));
            return;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        for (int number : mails) {
            int size = sizes.of(number);
            String position = uidl + "#" + size + "#" + counts.merge(size, 1, Integer::sum);
            numbers.put(position, number);
            shared.add(position);
        }
    }

    /** UIDLs have 1 to 70 printable characters; what has others or more is known by its digest. */
    private static String position(String uidl) {
        return USABLE.matcher(uidl).matches()
                ? uidl
                : "sha256:"
                        + RawContent.of(uidl.getBytes(StandardCharsets.UTF_8)).sha256();
    }
}
