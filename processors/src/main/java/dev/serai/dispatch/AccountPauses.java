package dev.serai.dispatch;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.store.OperateTable;
import dev.serai.store.OperateTable.Paused;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which accounts an operator paused, as the database last said. */
final class AccountPauses {
    private static final String KIND = "account";

    private final Store store;
    private final Consumer<AccountName> resumed;
    private final Map<String, Instant> known = new HashMap<>();
    private volatile Set<String> accounts = Set.of();
    private volatile boolean everything;

    /** @param resumed is told once of each account that an operator lets go on, also where it was not paused */
    AccountPauses(Store store, Consumer<AccountName> resumed) {
        this.store = store;
        this.resumed = resumed;
    }

    static Set<String> load(Store store) {
        return store.read(tx -> tx.operate().paused()).stream()
                .filter(paused -> paused.kind().equals(KIND))
                .map(Paused::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    void refresh() {
        accounts = load(store);
        resumes();
        everything = store.read(tx -> tx.operate().paused()).stream()
                .anyMatch(paused ->
                        paused.kind().equals("queue") && paused.name().equals(QueueDefinition.DISPATCH.value()));
    }

    private synchronized void resumes() {
        for (Paused mark : store.read(tx -> tx.operate().paused())) {
            if (mark.kind().equals(OperateTable.RESUMED)
                    && !mark.since().equals(known.put(mark.name(), mark.since()))) {
                resumed.accept(AccountName.of(mark.name()));
            }
        }
    }

    /** Nothing leaves by the account: it is paused itself, or the queue `dispatch` is. */
    boolean isPaused(AccountName account) {
        return everything || accounts.contains(account.value());
    }

    void pause(AccountName account) {
        store.writeNow(tx -> {
            tx.operate().pause(KIND, account.value(), tx.now());
            return account;
        });
        refresh();
    }

    /** An account goes on at once, on every node, with all that waits for no other reason than its server or its login. */
    static void letGo(Tx tx, AccountName account) {
        tx.operate().resumeAccount(account.value(), tx.now());
        tx.dispatches().hurry(account, QueueDefinition.DISPATCH, tx.now());
    }

    void resume(AccountName account) {
        store.writeNow(tx -> {
            letGo(tx, account);
            return account;
        });
        refresh();
    }
}
