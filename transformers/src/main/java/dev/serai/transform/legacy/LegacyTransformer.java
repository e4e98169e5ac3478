package dev.serai.transform.legacy;

import dev.serai.message.MailMessage;
import dev.serai.mime.RawSource;
import dev.serai.transform.Direction;
import dev.serai.transform.FailureAction;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Runs an object of the older API: the mail as one array, which is why its size is limited. */
final class LegacyTransformer implements Transformer {
    private static final String DONE = "The mail was rewritten.";

    private final Object legacy;
    private final long maxSize;
    private final Map<String, String> config;

    /** @param legacy an {@link InboundMimeTransformer} or an {@link OutboundMimeTransformer} */
    LegacyTransformer(Object legacy, long maxSize, Map<String, String> config) {
        this.legacy = legacy;
        this.maxSize = maxSize;
        this.config = Map.copyOf(config);
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) throws IOException {
        RawSource mail = context.mime(message);
        if (mail.size() > maxSize) {
            return TransformResult.failed("the mail has " + mail.size() + " bytes, more than maxSize " + maxSize
                    + "; it was not transformed");
        }
        byte[] input;
        try (InputStream in = mail.open()) {
            input = in.readAllBytes();
        }
        try (PrintStream log = context.debug().stream()) {
            return context.direction() == Direction.INBOUND
                    ? of(((InboundMimeTransformer) legacy).transform(input, properties(), log), context)
                    : of(((OutboundMimeTransformer) legacy).transform(input, properties(), log), context);
        }
    }

    private static TransformResult of(@Nullable InboundResult result, TransformContext context) throws IOException {
        if (result == null) {
            return TransformResult.failed("it returned no result");
        }
        InboundResult.Action action = result.action();
        return action == null
                ? made(result.output(), context)
                : TransformResult.failed(
                        result.reason(),
                        switch (action) {
                            case RETRY -> FailureAction.RETRY;
                            case BYPASS -> FailureAction.BYPASS;
                            case BAD_FORMAT -> FailureAction.WRAP;
                        });
    }

    private static TransformResult of(@Nullable OutboundResult result, TransformContext context) throws IOException {
        if (result == null) {
            return TransformResult.failed("it returned no result");
        }
        String reason = result.reason();
        return reason == null ? made(result.output(), context) : TransformResult.failed(reason);
    }

    private static TransformResult made(byte @Nullable [] output, TransformContext context) throws IOException {
        return output == null
                ? TransformResult.unchanged()
                : TransformResult.rewritten(context.scratch().write(out -> out.write(output)), DONE);
    }

    /** A copy each time: what one run puts in is nothing to the next. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(config);
        return properties;
    }
}
