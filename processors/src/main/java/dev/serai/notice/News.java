package dev.serai.notice;

import dev.serai.feedback.Parents;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.store.NoticeTable.Fresh;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.List;
import java.util.Objects;

/** Tells what mail answered that it failed or that nobody knows whether it left, and remembers to tell the owner. Yields how many. */
record News(Generation files) implements Unit<Integer> {
    private static final int MOST = 200;

    @Override
    public Integer apply(Tx tx) {
        tx.notices().mended();
        List<Fresh> fresh = tx.notices().fresh(MOST);
        fresh.forEach(one -> tell(tx, one));
        return fresh.size();
    }

    private void tell(Tx tx, Fresh fresh) {
        var dispatch = fresh.dispatch();
        AccountDefinition account = files.accounts().get(dispatch.account());
        boolean hasReader = account != null && account.unsent().reportTo().isPresent();
        tx.notices().insert(dispatch, hasReader && !fresh.isReport());
        String reason = Objects.requireNonNullElse(dispatch.lastError(), "it did not leave");
        tx.interactions()
                .load(dispatch.tenant(), dispatch.id())
                .ifPresent(mail -> Parents.tell(tx, mail, dispatch.state().word(), reason, By.of("dispatch")));
    }
}
