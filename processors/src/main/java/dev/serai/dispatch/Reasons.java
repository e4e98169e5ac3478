package dev.serai.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as sentences. */
final class Reasons {
    private Reasons() {}

    static @Nullable String of(SendResult result) {
        if (result instanceof SendResult.Sent sent) {
            return sent.words();
        } else if (result instanceof SendResult.Deferred deferred) {
            return deferred.reason();
        } else if (result instanceof SendResult.StoreAway away) {
            return away.reason();
        } else if (result instanceof SendResult.Failed failed) {
            return failed.reason();
        } else if (result instanceof SendResult.Uncertain uncertain) {
            return uncertain.reason();
        } else if (result instanceof SendResult.Partly partly) {
            return of(partly);
        }
        return null;
    }

    static String of(SendResult.Partly partly) {
        List<String> parts = new ArrayList<>();
        parts.add(partly.sent().size() + " of "
                + (partly.sent().size()
                        + partly.deferred().size()
                        + partly.failed().size()) + " recipients accepted");
        add(parts, partly.failed());
        add(parts, partly.deferred());
        return Words.of(String.join("; ", parts));
    }

    private static void add(List<String> parts, Map<String, String> refused) {
        refused.forEach((address, words) -> parts.add(address + ": " + words));
    }
}
