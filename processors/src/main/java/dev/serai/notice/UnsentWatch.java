package dev.serai.notice;

import dev.serai.dispatch.Outbox;
import dev.serai.files.Generation;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.function.Supplier;

/** Looks for mail that does not leave, on one node at a time, and tells who should know. */
public final class UnsentWatch {
    private static final String ROLE = "unsent";
    private static final Duration TERM = Duration.ofSeconds(60);

    private final Store store;
    private final Supplier<Generation> live;
    private final Roles roles;
    private final AccountAlerts alerts;
    private final Mailing mailing;

    public UnsentWatch(Store store, Supplier<Generation> live, Roles roles, Outbox outbox) {
        this.store = store;
        this.live = live;
        this.roles = roles;
        this.alerts = new AccountAlerts(store);
        this.mailing = new Mailing(store, outbox);
    }

    /** One pass; returns how much was told. */
    public int pass() {
        if (!roles.hold(ROLE, TERM)) {
            return 0;
        }
        Generation files = live.get();
        int told = store.writeNow(new News(files));
        if (told > 0) {
            CrashWindow.UNSENT_TOLD.pass();
        }
        return told + alerts.pass(files) + mailing.pass(files);
    }
}
