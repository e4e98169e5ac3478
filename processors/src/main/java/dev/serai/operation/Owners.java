package dev.serai.operation;

import dev.serai.store.WorkRow;

/** Who is named in events about leased work. */
final class Owners {
    private Owners() {}

    static String of(WorkRow row) {
        return row.owner() == null ? "client" : row.owner();
    }
}
