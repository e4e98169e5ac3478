package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of one transformer, with everything read that it left to be read.
 *
 * @param result what it said
 * @param message what goes on when it changed or rewrote the mail; null otherwise
 * @param raw the new bytes when it rewrote them; null otherwise
 */
record Made(
        TransformResult result,
        @Nullable MailMessage message,
        @Nullable RawSource raw) {

    static Made nothing() {
        return new Made(TransformResult.unchanged(), null, null);
    }

    static Made failed(String reason) {
        return new Made(TransformResult.failed(reason), null, null);
    }

    /** Takes what a transformer returned, on its thread and within its deadline, so that nothing of it runs later. */
    static Made of(TransformResult result, MailMessage before, TransformContext context) throws IOException {
        if (result instanceof TransformResult.Changed changed) {
            MailMessage kept = new MadeParts(before, context.scratch()).settle(changed.message());
            MailMessage message = context.direction() == Direction.INBOUND
                    ? LongTexts.cut(kept, context.reader().longestText())
                    : kept;
            return new Made(new TransformResult.Changed(message, changed.reason()), message, null);
        }
        if (result instanceof TransformResult.Rewritten rewritten) {
            RawSource raw = settled(rewritten.raw(), context.scratch());
            return new Made(rewritten, context.reader().read(raw), raw);
        }
        return new Made(result, null, null);
    }

    private static RawSource settled(RawSource raw, Scratch scratch) throws IOException {
        if (raw instanceof ScratchBytes) {
            return raw;
        }
        try (InputStream in = raw.open()) {
            return scratch.copy(in);
        }
    }
}
