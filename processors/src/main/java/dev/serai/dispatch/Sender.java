package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From whom a mail is: always one of its account's addresses. The one that is wished, else the one that the customer wrote
 * to, else the account's usual one; each with the display name that the account gives it.
 */
final class Sender {
    private Sender() {}

    /**
     * For a mail that is composed.
     *
     * @param receivedBy the address of what received the mail that is answered; null where that is not known
     * @throws ForeignSenderException when the account has not got the address that is wished
     */
    static Party of(
            AccountDefinition account,
            @Nullable Party wished,
            @Nullable Interaction parent,
            @Nullable String receivedBy) {
        if (wished != null) {
            Party asked = Addresses.checked("from", wished);
            Party own = own(account, asked.address())
                    .orElseThrow(() -> new ForeignSenderException(asked.address(), account));
            return asked.name() == null ? own : new Party(asked.name(), own.address());
        }
        return writtenTo(parent, receivedBy)
                .flatMap(address -> own(account, address).stream())
                .findFirst()
                .orElseGet(() -> usual(account));
    }

    /** For a mail that is about to leave, maybe by another account than it was composed for. */
    static Party leaving(AccountDefinition account, @Nullable Party composed) {
        return Optional.ofNullable(composed)
                .filter(party -> own(account, party.address()).isPresent())
                .orElseGet(() -> usual(account));
    }

    static Party usual(AccountDefinition account) {
        return Addresses.parse("from", account.from());
    }

    private static Stream<String> writtenTo(@Nullable Interaction parent, @Nullable String receivedBy) {
        Content content = parent == null ? Content.none() : parent.content();
        return Stream.concat(
                Stream.of(content.to(), content.cc()).flatMap(List::stream).map(Party::address),
                Stream.ofNullable(receivedBy));
    }

    /** By address alone, in whatever letters; the token of an answer, behind a plus, is no part of it. */
    static Optional<Party> own(AccountDefinition account, String address) {
        String bare = TenantAddresses.only(account.addresses().toArray(String[]::new))
                .base(address)
                .orElse(address);
        return account.addresses().stream()
                .map(text -> Addresses.parse("from", text))
                .filter(party -> party.address().equalsIgnoreCase(bare))
                .findFirst();
    }
}
