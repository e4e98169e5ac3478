package dev.serai.dispatch;

import dev.serai.interaction.Party;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as SMTP takes them (RFC 5321 section 4.1.2): at most 254 octets, the part before the `@` at most 64 and
 * ASCII, the domain in its ASCII form (RFC 5890).
 */
public final class Addresses {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern DOT_ATOM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern QUOTED = Pattern.compile("\"([ !#-\\[\\]-~]|\\\\[ -~])+\"");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]+)>\\s*");

    private Addresses() {}

    /**
     * The party with its address in the form for the wire.
     *
     * @throws IllegalArgumentException naming the field and the address when it is none that SMTP takes
     */
    public static Party checked(String field, Party party) {
        String address = Fields.oneLine(field, party.address()).strip();
        String name = party.name() == null
                ? null
                : Fields.shown(Fields.oneLine(field, party.name())).strip();
        return new Party(name == null || name.isEmpty() ? null : name, wire(field, address));
    }

    static List<Party> checked(String field, List<Party> parties) {
        return parties.stream().map(party -> checked(field, party)).toList();
    }

    /** Reads {@code Support <support@example.com>} or a plain address. */
    static Party parse(String field, String text) {
        var named = NAMED.matcher(text);
        if (!named.matches()) {
            return checked(field, new Party(null, text));
        }
        String name = named.group(1).strip().replaceAll("^\"(.*)\"$", "$1").replace("\\\"", "\"");
        return checked(field, new Party(name, named.group(2)));
    }

    /** As they stand in a header: ASCII, names in encoded words (RFC 2047) where needed, folded, never before the first. */
    static String header(String field, List<Party> parties) {
        List<InternetAddress> addresses = new ArrayList<>();
        parties.forEach(party -> addresses.add(internet(party)));
        return InternetAddress.toString(addresses.toArray(InternetAddress[]::new), field.length() + 2)
                .stripLeading();
    }

    static InternetAddress internet(Party party) {
        try {
            InternetAddress address = new InternetAddress();
            address.setAddress(party.address());
            address.setPersonal(name(party), StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Encoded by itself only where a line could not hold it: an address encodes what is not ASCII. */
    private static @Nullable String name(Party party) {
        String name = party.name();
        return name != null && HeaderText.hasLongWord(name) ? HeaderText.encoded(name) : name;
    }

    /** The bare addresses of a header's value; empty where they cannot be read. */
    static List<String> bare(@Nullable String header) {
        try {
            List<String> bare = new ArrayList<>();
            for (InternetAddress address : InternetAddress.parseHeader(header == null ? "" : header, false)) {
                bare.add(address.getAddress());
            }
            return bare;
        } catch (AddressException unreadable) {
            return List.of();
        }
    }

    /** The part behind the `@`. */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String wire(String field, String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? "" : address.substring(0, at);
        if (local.length() > LONGEST_LOCAL
                || !(DOT_ATOM.matcher(local).matches() || QUOTED.matcher(local).matches())) {
            throw invalid(field, address);
        }
        String domain = asciiDomain(field, address, address.substring(at + 1));
        String wire = local + "@" + domain;
        if (wire.length() > LONGEST || !DOMAIN.matcher(domain).matches()) {
            throw invalid(field, address);
        }
        return wire;
    }

    private static String asciiDomain(String field, String address, String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomain) {
            throw invalid(field, address);
        }
    }

    private static IllegalArgumentException invalid(String field, String address) {
        return new IllegalArgumentException("'" + field + "': '" + address
                + "' is not an address that SMTP takes; expected one such as jo@example.org");
    }
}
