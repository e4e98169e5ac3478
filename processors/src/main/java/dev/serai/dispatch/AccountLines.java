package dev.serai.dispatch;

import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import java.util.List;
import java.util.Optional;

/** The header lines that are the account's. */
final class AccountLines {
    private AccountLines() {}

    /**
     * From and, where it is given, Reply-To; each line ends with CR LF. With `replyToken` the answers to this interaction go
     * to an address of its own.
     *
     * @param from one of its addresses
     */
    static String of(AccountDefinition account, Party from, InteractionId id, ThreadTokens tokens) {
        StringBuilder lines = new StringBuilder();
        line(lines, "From", from);
        replyTo(account, from)
                .map(to -> account.tokens().replyToken() ? new Party(to.name(), tokens.address(to.address(), id)) : to)
                .ifPresent(to -> line(lines, "Reply-To", to));
        return lines.toString();
    }

    /** Resent-From, for a mail that keeps its own From and Reply-To (RFC 5322, section 3.6.6). */
    static String resent(AccountDefinition account) {
        StringBuilder lines = new StringBuilder();
        line(lines, Resending.FROM, Sender.usual(account));
        return lines.toString();
    }

    private static Optional<Party> replyTo(AccountDefinition account, Party from) {
        Optional<Party> own = account.tokens().replyToken() ? Optional.of(from) : Optional.empty();
        return account.replyTo().map(to -> Addresses.parse("replyTo", to)).or(() -> own);
    }

    private static void line(StringBuilder lines, String name, Party party) {
        lines.append(name)
                .append(": ")
                .append(Addresses.header(name, List.of(party)))
                .append("\r\n");
    }
}
