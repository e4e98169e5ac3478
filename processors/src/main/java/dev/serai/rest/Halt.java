package dev.serai.rest;

import dev.serai.dispatch.Hindrance;
import dev.serai.files.AccountDefinition;
import dev.serai.notice.AccountAlerts;
import dev.serai.notice.Trouble;
import dev.serai.store.AlertTable.Alert;
import dev.serai.store.DispatchGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing leaves by an account.
 *
 * @param kind of fault, as {@link dev.serai.dispatch.Fault.Kind} has them
 * @param since when it began
 * @param words of the server; null where they may speak of another tenant's mail
 * @param nextProbe when a mail may try it again; null where another node knows
 */
record Halt(
        String kind,
        Instant since,
        @Nullable String words,
        @Nullable Instant nextProbe) {

    /** What this node's sender knows; else, where other nodes send too, what the mail that waits tells. */
    static Optional<Halt> of(
            AccountDefinition account,
            WayOut wayOut,
            boolean told,
            List<DispatchGroup> groups,
            List<Alert> alerts,
            Instant now) {
        Optional<Halt> here = wayOut.hindrance(account.name()).map(found -> of(found, told));
        return here.isPresent() || wayOut.isAlone()
                ? here
                : Trouble.among(groups, now)
                        .map(group -> new Halt(
                                "" + group.cause(),
                                AccountAlerts.of(alerts, account.name().value())
                                        .map(Alert::since)
                                        .orElse(group.since()),
                                group.words(),
                                null));
    }

    /** When a mail of those that wait tries it: not before it may, nor before one is due. */
    @Nullable
    Instant nextTry(List<DispatchGroup> waiting) {
        Instant probe = nextProbe;
        if (probe == null || waiting.stream().anyMatch(group -> group.nextAt() == null)) {
            return probe;
        }
        return waiting.stream()
                .flatMap(group -> Stream.ofNullable(group.nextAt()))
                .min(Comparator.naturalOrder())
                .filter(due -> due.isAfter(probe))
                .orElse(probe);
    }

    private static Halt of(Hindrance found, boolean told) {
        return new Halt(
                found.fault().kind().word(), found.since(), told ? found.fault().words() : null, found.until());
    }
}
