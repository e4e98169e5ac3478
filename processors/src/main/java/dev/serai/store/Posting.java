package dev.serai.store;

import dev.serai.interaction.AccountName;

/**
 * By what and as what a mail leaves.
 *
 * @param messageId the same on every try
 * @param headerPrefix header lines (CRLF) of the account, From and Reply-To: in front of the stored raw, and part of what
 *     transformers made
 * @param sender the envelope sender; empty for the null return path
 */
record Posting(AccountName account, String messageId, String headerPrefix, String sender) {

    /** As another says now, still the same mail. */
    Posting as(Posting fresh) {
        return new Posting(fresh.account, messageId, fresh.headerPrefix, fresh.sender);
    }
}
