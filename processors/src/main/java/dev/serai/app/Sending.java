package dev.serai.app;

import dev.serai.dispatch.Dispatcher;
import dev.serai.dispatch.Hindrance;
import dev.serai.interaction.AccountName;
import dev.serai.rest.WayOut;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What REST sees of the dispatcher, which begins after it. */
final class Sending implements WayOut {
    private volatile @Nullable Dispatcher dispatcher;
    private volatile boolean alone;

    void knows(Dispatcher begun, boolean onlyNode) {
        dispatcher = begun;
        alone = onlyNode;
    }

    @Override
    public Optional<Hindrance> hindrance(AccountName account) {
        Dispatcher known = dispatcher;
        return known == null ? Optional.empty() : known.hindrance(account);
    }

    @Override
    public boolean isAlone() {
        return alone;
    }
}
