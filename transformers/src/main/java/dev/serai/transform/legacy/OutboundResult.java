package dev.serai.transform.legacy;

import org.jspecify.annotations.Nullable;

/** What came of an outbound transformation. After a failure the original mail is sent. */
public final class OutboundResult {
    private static final OutboundResult NOT_NEEDED = new OutboundResult(null, null);

    private final byte @Nullable [] output;
    private final @Nullable String reason;

    private OutboundResult(byte @Nullable [] output, @Nullable String reason) {
        this.output = output;
        this.reason = reason;
    }

    /** No transformation is needed. */
    public static OutboundResult notNeeded() {
        return NOT_NEEDED;
    }

    /** It succeeded; these are the new bytes. */
    public static OutboundResult successful(byte[] output) {
        return new OutboundResult(output, null);
    }

    /** It failed. */
    public static OutboundResult failure(String reason) {
        return new OutboundResult(null, reason);
    }

    byte @Nullable [] output() {
        return output;
    }

    /** Null where it did not fail. */
    @Nullable
    String reason() {
        return reason;
    }
}
