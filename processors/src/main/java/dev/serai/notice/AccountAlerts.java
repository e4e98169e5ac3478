package dev.serai.notice;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.store.AlertTable.Alert;
import dev.serai.store.DispatchGroup;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Store;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Raises an alert once when nothing leaves by an account any more, and clears it once when it does again. */
public final class AccountAlerts {
    private static final String ACCOUNT = "account:";
    private static final String KIND = "sending";

    private final Store store;

    AccountAlerts(Store store) {
        this.store = store;
    }

    /** Since when nothing leaves by an account; empty where no alert is raised. */
    public static Optional<Alert> of(List<Alert> all, String account) {
        return all.stream()
                .filter(alert -> alert.subject().equals(ACCOUNT + account)
                        && alert.kind().equals(KIND))
                .findFirst();
    }

    private record Key(String tenant, String subject) {}

    /** Returns how many were raised or cleared. */
    int pass(Generation files) {
        Map<Key, String> failing = new LinkedHashMap<>();
        List<DispatchGroup> groups = store.read(tx -> tx.dispatchOverview().groups(TenantTable.ALL));
        Instant now = store.read(Tx::now);
        files.accounts()
                .values()
                .forEach(account ->
                        trouble(groups, account, now).ifPresent(reason -> failing.put(key(account), reason)));
        List<Key> known = store.read(tx -> tx.alerts().all()).stream()
                .filter(alert -> alert.subject().startsWith(ACCOUNT))
                .map(alert -> new Key(alert.tenant(), alert.subject()))
                .toList();
        int changes = 0;
        for (Map.Entry<Key, String> one : failing.entrySet()) {
            if (!known.contains(one.getKey())) {
                changes += store.writeNow(tx -> raise(tx, one.getKey(), one.getValue())) ? 1 : 0;
            }
        }
        for (Key key : known) {
            if (!failing.containsKey(key)) {
                changes += store.writeNow(tx -> clear(tx, key)) ? 1 : 0;
            }
        }
        return changes;
    }

    private static Optional<String> trouble(List<DispatchGroup> groups, AccountDefinition account, Instant now) {
        return Trouble.among(
                        groups.stream()
                                .filter(group -> group.account().equals(account.name()))
                                .toList(),
                        now)
                .map(group -> group.cause() + (group.words() == null ? "" : ": " + Report.masked(group.words())));
    }

    private static Key key(AccountDefinition account) {
        return new Key(
                TenantTable.text(account.tenant()), ACCOUNT + account.name().value());
    }

    private static boolean raise(Tx tx, Key key, String reason) {
        boolean fresh = tx.alerts().raise(key.tenant(), key.subject(), KIND, clipped(reason));
        if (fresh) {
            tell(tx, "serai.alert.raised", key, reason);
        }
        return fresh;
    }

    private static boolean clear(Tx tx, Key key) {
        boolean was = tx.alerts().clear(key.tenant(), key.subject(), KIND);
        if (was) {
            tell(tx, "serai.alert.cleared", key, null);
        }
        return was;
    }

    private static void tell(Tx tx, String type, Key key, @Nullable String reason) {
        tx.events()
                .append(
                        key.tenant(),
                        key.subject(),
                        NewEvent.of(type, "alert")
                                .because(reason)
                                .with(Map.of(
                                        "alert", KIND, "account", key.subject().substring(ACCOUNT.length()))));
    }

    private static String clipped(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}
