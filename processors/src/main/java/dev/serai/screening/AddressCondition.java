package dev.serai.screening;

import java.util.List;
import java.util.Locale;

/** The destination addresses of a rule: one of the input's has to be one of these. */
record AddressCondition(List<String> addresses, AddressMatch match) {

    AddressCondition {
        addresses = addresses.stream().map(AddressCondition::bare).toList();
    }

    boolean holds(Contents contents) {
        return contents.addresses().stream().anyMatch(this::oneOf);
    }

    private boolean oneOf(String address) {
        return match == AddressMatch.EXACT
                ? addresses.contains(address)
                : addresses.stream().anyMatch(address::contains);
    }

    /** The address in lower case without a display name, as in {@code Jo <jo@example.com>}. */
    static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.indexOf('>', open);
        String bare = open >= 0 && close > open ? address.substring(open + 1, close) : address;
        return bare.strip().toLowerCase(Locale.ROOT);
    }
}
