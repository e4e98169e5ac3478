package dev.serai.notice;

import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails the owners of accounts what did not leave: at most one mail an account and hour, with all there is to tell. */
final class Mailing {
    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final int MOST = 100;
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Store store;
    private final Outbox outbox;

    Mailing(Store store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Returns how many mails were written. */
    int pass(Generation files) {
        int written = 0;
        for (AccountName name : store.read(tx -> tx.notices().accounts(tx.now().minus(PAUSE)))) {
            written += mail(files, name) ? 1 : 0;
        }
        return written;
    }

    private boolean mail(Generation files, AccountName name) {
        AccountDefinition account = files.accounts().get(name);
        String reader = account == null ? null : account.unsent().reportTo().orElse(null);
        if (account == null || reader == null) {
            store.writeNow(tx -> {
                tx.notices().dismiss(name);
                return name;
            });
            return false;
        }
        List<DispatchRow> unsent = store.read(tx -> tx.notices().unmailed(name, MOST + 1));
        List<DispatchRow> told = unsent.subList(0, Math.min(MOST, unsent.size()));
        if (told.isEmpty()) {
            return false;
        }
        boolean written;
        try (PreparedOutbound mail =
                outbox.prepare(null, Report.of(account, reader, told, unsent.size() > MOST), way(files, account))) {
            written = store.writeNow(tx -> write(tx, name, told, mail));
        }
        if (written) {
            LOG.info("the owner of an account is told what did not leave account={} mails={}", name, told.size());
        }
        return written;
    }

    /** All or nothing; false where another node told it meanwhile. */
    private static boolean write(Tx tx, AccountName account, List<DispatchRow> told, PreparedOutbound mail) {
        long fresh = told.stream().filter(tx.notices()::mailed).count();
        if (fresh == 0) {
            return false;
        }
        InteractionId report = mail.insertByHub(tx, By.of("dispatch"));
        tx.notices().reported(account, mail.tenant(), report);
        return true;
    }

    /** Not by the account that is in trouble itself, where there is another one that is not. */
    private AccountDefinition way(Generation files, AccountDefinition account) {
        List<DispatchGroup> groups = store.read(tx -> tx.dispatchOverview().groups(TenantTable.ALL));
        Instant now = store.read(Tx::now);
        return isWell(groups, account, now)
                ? account
                : files.accounts().values().stream()
                        .filter(other -> other.enabled() && other.tenant().equals(account.tenant()))
                        .filter(other -> isWell(groups, other, now) && !sameServer(other, account))
                        .min(Comparator.comparing(AccountDefinition::name))
                        .orElse(account);
    }

    private static boolean isWell(List<DispatchGroup> groups, AccountDefinition account, Instant now) {
        return Trouble.among(
                        groups.stream()
                                .filter(group -> group.account().equals(account.name()))
                                .toList(),
                        now)
                .isEmpty();
    }

    private static boolean sameServer(AccountDefinition one, AccountDefinition other) {
        return one.server().host().equalsIgnoreCase(other.server().host())
                && one.server().port() == other.server().port();
    }
}
