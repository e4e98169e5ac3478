package dev.serai.transform.legacy;

import org.jspecify.annotations.Nullable;

/** What came of an inbound transformation. */
public final class InboundResult {
    /** What becomes of a mail whose transformation failed. */
    public enum Action {
        /** It is tried again later. */
        RETRY,
        /** It goes on as it was. */
        BYPASS,
        /** It goes on as a mail that cannot be read: wrapped, with the original attached. */
        BAD_FORMAT
    }

    private static final InboundResult NOT_NEEDED = new InboundResult(null, "", null);

    private final byte @Nullable [] output;
    private final String reason;
    private final @Nullable Action action;

    private InboundResult(byte @Nullable [] output, String reason, @Nullable Action action) {
        this.output = output;
        this.reason = reason;
        this.action = action;
    }

    /** No transformation is needed. */
    public static InboundResult notNeeded() {
        return NOT_NEEDED;
    }

    /** It succeeded; these are the new bytes. */
    public static InboundResult successful(byte[] output) {
        return new InboundResult(output, "", null);
    }

    /** It failed. */
    public static InboundResult failure(String reason, Action action) {
        return new InboundResult(null, reason, action);
    }

    byte @Nullable [] output() {
        return output;
    }

    String reason() {
        return reason;
    }

    /** Null where it did not fail. */
    @Nullable
    Action action() {
        return action;
    }
}
