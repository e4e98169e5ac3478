package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the mailbox ask its server once more for a mail that could not be fetched: its position counts as failing again,
 * with no attempt made. The interaction stays in quarantine until the mail has come.
 */
final class FetchAgain {
    private static final Refusal GONE = Refusal.of(
            Code.WRONG_STATE,
            "cannot fetch it again: the mail is no longer on the server; route it to a queue, or stop it");

    private static final Refusal RENUMBERED = Refusal.of(
            Code.WRONG_STATE,
            "cannot fetch it again: the server numbered its mails anew, and this one was not found again under its new"
                    + " number; if it is still there, it was taken as a mail of its own; route this one to a queue, or"
                    + " stop it");

    private final Tx tx;
    private final WorkRow row;
    private final By by;

    FetchAgain(Tx tx, WorkRow row, By by) {
        this.tx = tx;
        this.row = row;
        this.by = by;
    }

    /** The position of a mail that has no bytes in the store yet; empty for anything else. */
    static Optional<String> position(Tx tx, WorkRow row) {
        return tx.quarantine()
                .position(row.tenant(), row.id())
                .filter(position -> tx.raw().facts(row.tenant(), row.id()).isEmpty());
    }

    Optional<Refusal> at(String position) {
        Optional<PointName> point =
                tx.interactions().load(row.tenant(), row.id()).map(this::point);
        Optional<LedgerEntry> entry = point.flatMap(name -> tx.ledger().load(row.tenant(), name, position));
        if (entry.isEmpty() || entry.get().result() == Result.GONE) {
            return Optional.of(GONE);
        }
        if (isUnderAnotherNumber(entry.get())) {
            return Optional.of(RENUMBERED);
        }
        if (entry.get().result() == Result.QUARANTINED) {
            ask(entry.get());
        }
        return Optional.empty();
    }

    /** Nothing is asked for there any more; while mails are still being told apart, it may be found again. */
    private boolean isUnderAnotherNumber(LedgerEntry entry) {
        JsonNode facts = tx.points()
                .facts(entry.tenant(), entry.point())
                .map(json -> Json.read(json, JsonNode.class))
                .orElseGet(Json.MAPPER::createObjectNode);
        return facts.path("anewBelow").asLong() == 0
                && !entry.position().startsWith(facts.path("prefix").asText());
    }

    private PointName point(Interaction waiting) {
        PointName point = waiting.origin().capturePoint();
        if (point == null) {
            throw new IllegalStateException("a mail that could not be fetched came from no mailbox");
        }
        return point;
    }

    private void ask(LedgerEntry entry) {
        LedgerEntry open = entry.as(Result.FAILING, row.id(), entry.reason()).attempted(0);
        tx.ledger().update(open.acknowledged(false), tx.now());
        tx.quarantine()
                .explain(row.tenant(), row.id(), "it is asked for again at the next look; before: " + entry.reason());
        new WorkChange(tx, row, by)
                .event("serai.interaction.changed", Map.of("fetch", "again", "position", entry.position()))
                .keep();
    }
}
