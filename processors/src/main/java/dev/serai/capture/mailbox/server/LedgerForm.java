package dev.serai.capture.mailbox.server;

import dev.serai.interaction.CleanText;

/** A Message-ID as the ledger's column takes it, so that what the server shows later can be compared. */
final class LedgerForm {
    private static final int LIMIT = 998;

    private LedgerForm() {}

    static String of(String messageId) {
        String clean = CleanText.of(messageId);
        return clean.length() <= LIMIT ? clean : clean.substring(0, LIMIT);
    }
}
