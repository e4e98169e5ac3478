package dev.serai.dispatch;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.store.OperateTable.Paused;
import dev.serai.store.Store;
import java.util.Set;
import java.util.stream.Collectors;

/** Which accounts an operator paused, as the database last said. */
final class AccountPauses {
    private static final String KIND = "account";

    private final Store store;
    private volatile Set<String> accounts = Set.of();
    private volatile boolean everything;

    AccountPauses(Store store) {
        this.store = store;
    }

    static Set<String> load(Store store) {
        return store.read(tx -> tx.operate().paused()).stream()
                .filter(paused -> paused.kind().equals(KIND))
                .map(Paused::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    void refresh() {
        accounts = load(store);
        everything = store.read(tx -> tx.operate().paused()).stream()
                .anyMatch(paused ->
                        paused.kind().equals("queue") && paused.name().equals(QueueDefinition.DISPATCH.value()));
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

    void resume(AccountName account) {
        store.writeNow(tx -> {
            tx.operate().resume(KIND, account.value());
            return account;
        });
        refresh();
    }
}
