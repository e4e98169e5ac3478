package dev.serai.dispatch;

import java.util.List;

/** How it stands with the way out, by account in the order of their names. */
public record DispatchStatus(DispatchMode mode, List<AccountStatus> accounts) {
    public DispatchStatus {
        accounts = List.copyOf(accounts);
    }
}
