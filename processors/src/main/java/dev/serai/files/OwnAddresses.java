package dev.serai.files;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that are ours: of all mailboxes and web forms, and From, further senders and Reply-To of all accounts. With a detail
 * behind a plus (RFC 5233), such as the tokens of threads, they are ours too.
 */
public final class OwnAddresses {
    private final Set<String> bare;

    private OwnAddresses(Set<String> bare) {
        this.bare = bare;
    }

    public static OwnAddresses of(Generation generation) {
        Stream<String> points = generation.mailPoints().map(MailPoint::address).filter(address -> !address.isEmpty());
        Stream<String> accounts = generation.accounts().values().stream()
                .flatMap(account -> Stream.concat(
                        Stream.of(account.from()),
                        Stream.concat(account.alsoFrom().stream(), account.replyTo().stream())));
        return new OwnAddresses(
                Stream.concat(points, accounts).map(OwnAddresses::bare).collect(Collectors.toUnmodifiableSet()));
    }

    /** As if these were all. */
    public static OwnAddresses only(String... addresses) {
        return new OwnAddresses(Stream.of(addresses).map(OwnAddresses::bare).collect(Collectors.toUnmodifiableSet()));
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
