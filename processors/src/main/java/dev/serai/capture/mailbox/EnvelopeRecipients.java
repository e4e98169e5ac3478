package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.HeaderFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whom a copy of a mail was delivered to, as far as mail servers write it down. */
final class EnvelopeRecipients {
    private static final List<String> FIELDS = List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");
    private static final int MOST = 20;
    private static final int LONGEST = 320;

    private EnvelopeRecipients() {}

    /** @param mailbox the address of the mailbox, always among them */
    static List<String> of(HeaderFields headers, String mailbox) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add(mailbox);
        for (String field : FIELDS) {
            for (String value : headers.all(field)) {
                add(value, addresses);
            }
        }
        return List.copyOf(addresses);
    }

    private static void add(String value, Set<String> addresses) {
        for (String part : value.split(",")) {
            String address = part.replaceAll("[<>\\s]", "");
            if (address.contains("@") && address.length() <= LONGEST && addresses.size() < MOST) {
                addresses.add(address);
            }
        }
    }
}
