package dev.serai.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results as sentences, with the fault behind them. */
final class Reasons {
    private static final String UNKEPT = "what the server said could not be stored";

    private Reasons() {}

    static @Nullable String of(SendResult result) {
        if (result instanceof SendResult.Sent sent) {
            return sent.words();
        } else if (result instanceof SendResult.Partly partly) {
            return of(partly);
        }
        return fault(result).map(Fault::words).orElse(null);
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

    /** What went wrong; of several recipients, what is to be tried again before what is lost. */
    static Optional<Fault> fault(SendResult result) {
        if (result instanceof SendResult.Deferred deferred) {
            return Optional.of(deferred.fault());
        } else if (result instanceof SendResult.StoreAway away) {
            return Optional.of(away.fault());
        } else if (result instanceof SendResult.Failed failed) {
            return Optional.of(failed.fault());
        } else if (result instanceof SendResult.Uncertain uncertain) {
            return Optional.of(uncertain.fault());
        } else if (result instanceof SendResult.Partly partly) {
            return partly.deferred().values().stream()
                    .findFirst()
                    .or(() -> partly.failed().values().stream().findFirst());
        }
        return Optional.empty();
    }

    /** The same without a word of the server. */
    static SendResult plain(SendResult result) {
        if (result instanceof SendResult.Sent) {
            return new SendResult.Sent(UNKEPT);
        } else if (result instanceof SendResult.Deferred deferred) {
            return new SendResult.Deferred(plain(deferred.fault()));
        } else if (result instanceof SendResult.StoreAway away) {
            return new SendResult.StoreAway(plain(away.fault()));
        } else if (result instanceof SendResult.Failed failed) {
            return new SendResult.Failed(plain(failed.fault()));
        } else if (result instanceof SendResult.Uncertain uncertain) {
            return new SendResult.Uncertain(
                    plain(uncertain.fault()), plain(uncertain.deferred()), plain(uncertain.failed()));
        } else if (result instanceof SendResult.Partly partly) {
            return new SendResult.Partly(partly.sent(), plain(partly.deferred()), plain(partly.failed()));
        }
        return result;
    }

    private static Map<String, Fault> plain(Map<String, Fault> faults) {
        Map<String, Fault> plain = new LinkedHashMap<>();
        faults.forEach((address, fault) -> plain.put(address, plain(fault)));
        return plain;
    }

    private static Fault plain(Fault fault) {
        return Fault.of(fault.step(), fault.kind(), UNKEPT);
    }

    private static void add(List<String> parts, Map<String, Fault> refused) {
        refused.forEach((address, fault) -> parts.add(address + ": " + fault.words()));
    }
}
