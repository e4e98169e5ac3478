package dev.serai.files;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that are ours: of all mailboxes and accounts, in lower case. */
public final class OwnAddresses {
    private OwnAddresses() {}

    public static Set<String> of(Generation generation) {
        Stream<String> mailboxes = generation.mailboxes().values().stream().map(MailboxDefinition::address);
        Stream<String> accounts = generation.accounts().values().stream()
                .flatMap(account -> Stream.concat(Stream.of(account.from()), account.alsoFrom().stream()));
        return Stream.concat(mailboxes, accounts).map(OwnAddresses::bare).collect(Collectors.toUnmodifiableSet());
    }

    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        String inner = open < 0 ? address : address.substring(open + 1).replace(">", "");
        return inner.strip().toLowerCase(Locale.ROOT);
    }
}
