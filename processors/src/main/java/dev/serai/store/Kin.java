package dev.serai.store;

import java.util.Optional;

/**
 * What a mailbox knows of a mail.
 *
 * @param here the entry of its position
 * @param sameBytes the first entry with the same bytes
 * @param sameMessageId one with the same Message-ID and other bytes
 */
record Kin(Optional<LedgerEntry> here, Optional<LedgerEntry> sameBytes, Optional<LedgerEntry> sameMessageId) {}
