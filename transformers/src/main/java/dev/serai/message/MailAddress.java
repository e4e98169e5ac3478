package dev.serai.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mailbox of an address header (RFC 5322 section 3.4), as lenient as mail in the field is.
 *
 * @param name the display name, decoded; null where there is none
 * @param address the bare address, without angle brackets; it may lack a domain when the sender wrote none
 */
public record MailAddress(@Nullable String name, String address) {

    /** An address without a display name. */
    public static MailAddress of(String address) {
        return new MailAddress(null, address);
    }

    /** What stands behind the last at sign, lower-case; empty where there is none. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1 == 0 ? address.length() : address.lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT);
    }

    /** Compares the bare addresses without regard to letter case, as mail servers in the field do. */
    public boolean sameMailbox(MailAddress other) {
        return address.equalsIgnoreCase(other.address);
    }
}
