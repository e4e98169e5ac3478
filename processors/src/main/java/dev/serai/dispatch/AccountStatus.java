package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.store.DispatchOverview.Count;
import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One account for the operator.
 *
 * @param declared false when mail waits for an account that the live files do not have any more
 * @param enabled as in its file
 * @param paused by an operator
 * @param counts dispatches by state
 * @param oldest when the oldest of those that are pending was handed over
 * @param lastError the server's words of the latest try that did not succeed, among the newest mails
 */
public record AccountStatus(
        AccountName account,
        boolean declared,
        boolean enabled,
        boolean paused,
        Map<DispatchRow.State, Long> counts,
        @Nullable Instant oldest,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {
    private static final int NEWEST = 100;

    public long count(DispatchRow.State state) {
        return counts.getOrDefault(state, 0L);
    }

    static List<AccountStatus> read(Store store, Generation generation) {
        List<Count> counts = store.read(tx -> tx.dispatchOverview().counts());
        List<DispatchRow> newest = store.read(tx -> tx.dispatchOverview().list(null, NEWEST));
        Set<String> paused = AccountPauses.load(store);
        Set<AccountName> names = new TreeSet<>(generation.accounts().keySet());
        counts.forEach(count -> names.add(count.account()));
        return names.stream()
                .map(name -> of(
                        name,
                        generation.accounts().get(name),
                        paused.contains(name.value()),
                        counts.stream()
                                .filter(count -> count.account().equals(name))
                                .toList(),
                        newest))
                .toList();
    }

    private static AccountStatus of(
            AccountName name,
            @Nullable AccountDefinition account,
            boolean paused,
            List<Count> counts,
            List<DispatchRow> newest) {
        Map<DispatchRow.State, Long> byState = new EnumMap<>(DispatchRow.State.class);
        counts.forEach(count -> byState.put(count.state(), count.count()));
        Instant oldest = counts.stream()
                .filter(count -> count.state() == DispatchRow.State.PENDING)
                .map(Count::oldest)
                .findFirst()
                .orElse(null);
        DispatchRow error = newest.stream()
                .filter(row -> row.account().equals(name) && row.lastError() != null)
                .max(Comparator.comparing(DispatchRow::changedAt))
                .orElse(null);
        return new AccountStatus(
                name,
                account != null,
                account != null && account.enabled(),
                paused,
                byState,
                oldest,
                error == null ? null : error.lastError(),
                error == null ? null : error.changedAt());
    }
}
