package dev.serai.dispatch;

import dev.serai.dispatch.Fault.Step;
import dev.serai.feedback.Doorstep;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers of a try which addresses the server does not know: what is written to them next is told so. */
final class Strangers {
    private Strangers() {}

    /**
     * @param row as it was before the try
     * @param after with what is known of everybody now
     */
    static void mark(Tx tx, DispatchRow row, DispatchRow after, SendResult result) {
        Map<String, Fault> refused = refused(row, result);
        for (Recipient one : after.recipients().all()) {
            Fault fault = refused.get(one.address());
            if (fault != null && fault.step() == Step.RCPT && one.state() == Recipient.State.FAILED) {
                Doorstep.refused(tx, row.tenant(), row.id(), one.address(), enhanced(fault.status()), fault.words());
            }
        }
    }

    /** A whole try is refused at RCPT only where it was for one. */
    private static Map<String, Fault> refused(DispatchRow row, SendResult result) {
        if (result instanceof SendResult.Partly partly) {
            return partly.failed();
        }
        if (result instanceof SendResult.Uncertain uncertain) {
            return uncertain.failed();
        }
        return result instanceof SendResult.Failed failed && row.left().size() == 1
                ? Map.of(row.left().get(0), failed.fault())
                : Map.of();
    }

    private static @Nullable String enhanced(@Nullable String status) {
        int space = status == null ? -1 : status.indexOf(' ');
        return status == null || space < 0 ? null : status.substring(space + 1);
    }
}
