package dev.serai.files;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that are ours where one tenant is concerned. With a detail behind a plus (RFC 5233), such as the tokens of
 * threads, they are ours too.
 */
public final class TenantAddresses {
    private final Set<String> bare;

    TenantAddresses(Collection<String> addresses) {
        this.bare = addresses.stream().map(TenantAddresses::bare).collect(Collectors.toUnmodifiableSet());
    }

    /** As if these were all. */
    public static TenantAddresses only(String... addresses) {
        return new TenantAddresses(Stream.of(addresses).toList());
    }

    /** All of them, in lower case. */
    public Set<String> all() {
        return bare;
    }

    /** Whether an address is one of them, whatever its letter case and its detail. */
    public boolean contains(String address) {
        return base(address).isPresent();
    }

    /** The one of them that an address is, in lower case and without its detail; empty when it is none. */
    public Optional<String> base(String address) {
        String whole = address.strip().toLowerCase(Locale.ROOT);
        if (bare.contains(whole)) {
            return Optional.of(whole);
        }
        int plus = whole.indexOf('+');
        int at = whole.lastIndexOf('@');
        return plus > 0 && at > plus
                ? Optional.of(whole.substring(0, plus) + whole.substring(at)).filter(bare::contains)
                : Optional.empty();
    }

    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        String inner = open < 0 ? address : address.substring(open + 1).replace(">", "");
        return inner.strip().toLowerCase(Locale.ROOT);
    }
}
