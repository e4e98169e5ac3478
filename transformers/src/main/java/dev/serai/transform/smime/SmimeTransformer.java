package dev.serai.transform.smime;

import dev.serai.message.MailMessage;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.io.IOException;

/**
 * Opens signed and compressed S/MIME (RFC 8551) without asking for trust: text, HTML and attachments inside appear,
 * the .p7m stays an attachment. Signatures of any kind and encryption are noted in the warnings; a damaged one is
 * never a failure. What it opened before, it does not open again.
 */
final class SmimeTransformer implements Transformer {
    private final SmimeConfig config;

    SmimeTransformer(SmimeConfig config) {
        this.config = config;
    }

    @Override
    public boolean concerns(MailMessage message) {
        return message.attachments().stream().anyMatch(CryptoTypes::isCrypto) || InlinePgp.isIn(message.text());
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) throws IOException {
        if (!concerns(message)) {
            return TransformResult.unchanged();
        }
        Unwrapper unwrapper = new Unwrapper(config, context, message);
        unwrapper.run();
        MailMessage result = unwrapper.message();
        return result.equals(message)
                ? TransformResult.unchanged()
                : TransformResult.changed(result, unwrapper.summary());
    }
}
