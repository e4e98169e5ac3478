package dev.serai.transform.tnef;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Opens winmail.dat: its files become attachments, its body becomes the text where the mail does not say the same
 * itself. It is known by its type, its name and its first bytes; one within another is opened too. The winmail.dat
 * stays an attachment. A damaged one yields what can be read and a warning.
 */
final class TnefTransformer implements Transformer {
    private static final Set<String> TYPES = Set.of("application/ms-tnef", "application/vnd.ms-tnef");
    private static final Set<String> NAMES = Set.of("winmail.dat", "win.dat");

    /** How many are opened in one mail. */
    private static final int MOST = 50;

    /** The first byte of a winmail.dat, read as text. */
    private static final String FIRST = "x";

    private final TnefConfig config;

    TnefTransformer(TnefConfig config) {
        this.config = config;
    }

    @Override
    public boolean concerns(MailMessage message) {
        return message.text().startsWith(FIRST)
                || message.attachments().stream().anyMatch(TnefTransformer::mayBeTnef);
    }

    /** What cannot be read now may be one. */
    private static boolean mayBeTnef(Attachment attachment) {
        try {
            return isTnef(attachment);
        } catch (IOException unreadable) {
            return true;
        }
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) throws IOException {
        TnefUnpacker unpacker = new TnefUnpacker(message, context);
        attachTexts(message, unpacker);
        int opened = 0;
        for (Attachment attachment : unpacker.message().attachments()) {
            if (isTnef(attachment)) {
                opened++;
                open(attachment, opened, unpacker);
            }
        }
        if (opened == 0) {
            return TransformResult.unchanged();
        }
        for (Attachment inner = unpacker.next(); inner != null; inner = unpacker.next()) {
            opened++;
            open(inner, opened, unpacker);
        }
        return TransformResult.changed(unpacker.message(), unpacker.summary());
    }

    /** A winmail.dat that calls itself text was taken for the body. */
    private static void attachTexts(MailMessage message, TnefUnpacker unpacker) throws IOException {
        if (!message.text().startsWith(FIRST)) {
            return;
        }
        for (MailPart part : message.parts()) {
            if (part.role() == PartRole.TEXT && TnefSign.begins(part.content())) {
                unpacker.attach(part);
            }
        }
    }

    /** @param number of it in its mail, from 1 */
    private void open(Attachment attachment, int number, TnefUnpacker unpacker) throws IOException {
        if (number > MOST) {
            unpacker.warn("There are more than " + MOST + " winmail.dat in the mail; the rest stays closed.");
            return;
        }
        if (attachment.size() > config.maxSize()) {
            unpacker.warn("A winmail.dat is bigger than " + config.maxSize() + " bytes; it was not opened.");
            return;
        }
        if (!TnefSign.begins(attachment.content())) {
            unpacker.warn("A winmail.dat is not what it says that it is; it was not opened.");
            return;
        }
        unpacker.unpack(attachment.content());
    }

    private static boolean isTnef(Attachment attachment) throws IOException {
        String name = attachment.name().toLowerCase(Locale.ROOT);
        return TYPES.contains(attachment.contentType())
                || NAMES.contains(name)
                || TnefSign.begins(attachment.content());
    }
}
