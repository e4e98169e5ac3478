package dev.serai.transform.charset;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail once more with what is known of its sender: bytes that nobody labelled are in the charset that is
 * assumed, and labels that are known to be wrong count as none. It belongs at the start of the chain, since it starts
 * from the bytes again.
 */
final class CharsetTransformer implements Transformer {
    private final CharsetConfig config;

    CharsetTransformer(CharsetConfig config) {
        this.config = config;
    }

    @Override
    public boolean concerns(MailMessage message) {
        return config.from().isEmpty() || isFrom(message.from());
    }

    private boolean isFrom(@Nullable MailAddress sender) {
        return sender != null
                && (config.from().contains(sender.domain())
                        || config.from().contains(sender.address().toLowerCase(Locale.ROOT)));
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) throws IOException {
        if (!concerns(message)) {
            return TransformResult.unchanged();
        }
        MailMessage again = context.reader().with(config.advice()).read(context.raw());
        if (again.text().equals(message.text())
                && again.subject().equals(message.subject())
                && again.rawHeaders().equals(message.rawHeaders())) {
            return TransformResult.unchanged();
        }
        return TransformResult.changed(again, "Read with the assumed charset.");
    }
}
