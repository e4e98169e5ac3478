package dev.serai.dispatch;

import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.Cause;
import dev.serai.store.Recipient;
import java.time.Instant;
import java.util.List;

/** What a try means for each recipient of its dispatch. */
final class Fates {
    private Fates() {}

    /** The row with what is known of everybody, and the fault; its own state is not changed. */
    static DispatchRow after(DispatchRow row, SendResult result, Instant now) {
        return recipients(row, result, now)
                .caused(Reasons.fault(result).map(Fates::cause).orElse(null));
    }

    private static DispatchRow recipients(DispatchRow row, SendResult result, Instant now) {
        if (result instanceof SendResult.Sent sent) {
            return row.left(Recipient.State.SENT, sent.words(), now);
        } else if (result instanceof SendResult.Deferred deferred) {
            Fault fault = deferred.fault();
            return fault.counts() ? row.left(Recipient.State.DEFERRED, fault.words(), now) : row;
        } else if (result instanceof SendResult.Failed failed) {
            return row.left(Recipient.State.FAILED, failed.fault().words(), now);
        } else if (result instanceof SendResult.Partly partly) {
            return after(row, partly, now);
        } else if (result instanceof SendResult.Uncertain uncertain) {
            return after(row, new SendResult.Partly(List.of(), uncertain.deferred(), uncertain.failed()), now);
        }
        return row;
    }

    static Cause cause(Fault fault) {
        return new Cause(fault.kind().word(), fault.step().word());
    }

    private static DispatchRow after(DispatchRow row, SendResult.Partly partly, Instant now) {
        DispatchRow known = row;
        for (String address : partly.sent()) {
            known = known.recipient(address, Recipient.State.SENT, null, now);
        }
        for (var refused : partly.failed().entrySet()) {
            known = known.recipient(
                    refused.getKey(), Recipient.State.FAILED, refused.getValue().words(), now);
        }
        for (var later : partly.deferred().entrySet()) {
            known = known.recipient(
                    later.getKey(), Recipient.State.DEFERRED, later.getValue().words(), now);
        }
        return known;
    }
}
