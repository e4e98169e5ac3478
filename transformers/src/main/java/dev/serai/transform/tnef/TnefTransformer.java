package dev.serai.transform.tnef;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Opens winmail.dat: its files become attachments, its body becomes the text where the mail has none of its own. The
 * winmail.dat stays an attachment. A damaged one yields what can be read and a warning.
 */
final class TnefTransformer implements Transformer {
    private static final Set<String> TYPES = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private final TnefConfig config;

    TnefTransformer(TnefConfig config) {
        this.config = config;
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) throws IOException {
        List<Attachment> wrapped =
                message.attachments().stream().filter(TnefTransformer::isTnef).toList();
        if (wrapped.isEmpty()) {
            return TransformResult.unchanged();
        }
        TnefUnpacker unpacker = new TnefUnpacker(message);
        for (Attachment attachment : wrapped) {
            open(attachment, unpacker);
        }
        return TransformResult.changed(unpacker.message(), unpacker.summary());
    }

    private void open(Attachment attachment, TnefUnpacker unpacker) throws IOException {
        if (attachment.size() > config.maxSize()) {
            unpacker.warn("A winmail.dat is bigger than " + config.maxSize() + " bytes; it was not opened.");
            return;
        }
        unpacker.unpack(TnefReader.read(attachment.content()));
    }

    private static boolean isTnef(Attachment attachment) {
        String name = attachment.name().toLowerCase(Locale.ROOT);
        return TYPES.contains(attachment.contentType()) || name.equals("winmail.dat") || name.equals("win.dat");
    }
}
