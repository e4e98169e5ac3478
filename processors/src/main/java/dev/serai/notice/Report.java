package dev.serai.notice;

import dev.serai.files.AccountDefinition;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mail to an account's owner: which mails did not leave, why, and what to do. No subjects, and no whole addresses. */
final class Report {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(]+@([A-Za-z0-9.-]+)");

    private Report() {}

    /**
     * @param to who reads it
     * @param unsent those to be told of, oldest first
     * @param more whether there are others
     */
    static OutboundDraft of(AccountDefinition account, String to, List<DispatchRow> unsent, boolean more) {
        String count = unsent.size() == 1 ? "1 mail" : (more ? "More than " : "") + unsent.size() + " mails";
        return new OutboundDraft(
                OutboundDraft.Kind.NOTIFICATION,
                List.of(new Party(null, to)),
                List.of(),
                List.of(),
                count + " did not leave by account " + account.name(),
                text(account, unsent, more),
                null,
                List.of(),
                null,
                "en");
    }

    private static String text(AccountDefinition account, List<DispatchRow> unsent, boolean more) {
        return "These mails need somebody. Account " + account.name() + " leaves by "
                + account.server().host() + ":" + account.server().port() + ".\n\n"
                + unsent.stream().map(Report::entry).collect(Collectors.joining("\n"))
                + (more ? "\nThere are others: GET /api/v1/dispatches?account=" + account.name() + "\n" : "")
                + "\nThe page of the hub shows them under Outgoing. There is at most one such mail an hour.\n";
    }

    private static String entry(DispatchRow row) {
        return row.id() + "\n  " + row.state().word() + " since " + row.changedAt() + ", to " + domains(row)
                + (row.lastError() == null ? "" : "\n  " + masked(row.lastError())) + "\n  " + press(row) + "\n";
    }

    private static String press(DispatchRow row) {
        return row.state() == DispatchRow.State.UNCERTAIN
                ? "It may have arrived. Look for Message-ID " + row.messageId()
                        + " in the log of the mail server about " + row.dataAt()
                        + ": Cancel when it is there, Retry when it is not."
                : "Retry tries once more for those who have not got it, Cancel gives it up.";
    }

    private static String domains(DispatchRow row) {
        return row.recipients().all().stream()
                .filter(one -> one.state() != Recipient.State.SENT)
                .map(one -> masked(one.address()))
                .distinct()
                .limit(10)
                .collect(Collectors.joining(", "));
    }

    static String masked(String words) {
        return ADDRESS.matcher(words).replaceAll("...@$1");
    }
}
