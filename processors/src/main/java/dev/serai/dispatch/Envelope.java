package dev.serai.dispatch;

import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an account puts around a mail that leaves by it.
 *
 * @param lines the account's header lines, with CR LF
 * @param sender the return path; empty for automatic mail
 * @param recipients each once, the account's own copy among them
 */
record Envelope(String lines, String sender, List<String> recipients) {

    static Envelope of(Interaction outbound, AccountDefinition account, ThreadTokens tokens) {
        Party from = Sender.leaving(account, outbound.content().from());
        return new Envelope(
                Resending.isOne(outbound)
                        ? AccountLines.resent(account)
                        : AccountLines.of(account, from, outbound.id(), tokens),
                isAutomatic(outbound) ? "" : from.address(),
                recipients(outbound.content(), account));
    }

    /** Automatic mail has the null return path (RFC 3834 section 3.3): nobody answers it by machine; so has machine mail that is resent. */
    private static boolean isAutomatic(Interaction outbound) {
        if (!outbound.content().kind().equals("message")) {
            return true;
        }
        String subtype = outbound.origin().subtype();
        return Arrays.stream(OutboundDraft.Kind.values())
                .anyMatch(kind -> kind.isAutomatic() && kind.subtype().equals(subtype));
    }

    private static List<String> recipients(Content content, AccountDefinition account) {
        Map<String, String> distinct = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(content.to(), content.cc(), content.bcc())
                                .flatMap(Collection::stream)
                                .map(party -> Addresses.checked("to", party).address()),
                        account.bcc().stream()
                                .map(bcc -> Addresses.parse("bcc", bcc).address()))
                .forEach(address -> distinct.putIfAbsent(address.toLowerCase(Locale.ROOT), address));
        return List.copyOf(distinct.values());
    }
}
