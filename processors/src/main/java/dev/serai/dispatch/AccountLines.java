package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.interaction.Party;
import java.util.List;

/** The header lines that are the account's. */
final class AccountLines {
    private AccountLines() {}

    /** From and, where it is given, Reply-To; each line ends with CR LF. */
    static String of(AccountDefinition account) {
        StringBuilder lines = new StringBuilder();
        line(lines, "From", Addresses.parse("from", account.from()));
        account.replyTo().ifPresent(to -> line(lines, "Reply-To", Addresses.parse("replyTo", to)));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, Party party) {
        lines.append(name)
                .append(": ")
                .append(Addresses.header(name, List.of(party)))
                .append("\r\n");
    }
}
