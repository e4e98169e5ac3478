package dev.serai.transform.uuencode;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.FileNames;
import dev.serai.mime.LeafContent;
import dev.serai.mime.LineScanner;
import dev.serai.mime.RangeStream;
import dev.serai.mime.UuStream;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.Transformer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Takes uuencoded files out of the plain text (POSIX, uuencode; also {@code begin-base64}): they become attachments,
 * read where they stand whenever somebody opens them. Damaged ones give what can be read, with a warning.
 */
final class UuencodeTransformer implements Transformer {
    /** Files of one mail, however many texts it has. */
    private static final int MOST = 1000;

    private final UuencodeConfig config;

    UuencodeTransformer(UuencodeConfig config) {
        this.config = config;
    }

    @Override
    public boolean concerns(MailMessage message) {
        String text = message.text();
        for (int at = text.indexOf("begin"); at >= 0; at = text.indexOf("begin", at + 5)) {
            boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
            if (lineStart && (text.startsWith(" ", at + 5) || text.startsWith("-base64 ", at + 5))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public TransformResult transform(MailMessage message, TransformContext context) throws IOException {
        if (!concerns(message)) {
            return TransformResult.unchanged();
        }
        MailMessageBuilder builder = message.toBuilder();
        int files = 0;
        for (MailPart part : message.parts()) {
            if (part.role() == PartRole.TEXT && !part.contentType().equals("text/html")) {
                files += takeOut(part, message.attachments().size() + files, MOST - files, builder);
            }
        }
        if (files == 0) {
            return TransformResult.unchanged();
        }
        if (!config.keepInText()) {
            builder.text(without(message.text()));
        }
        return TransformResult.changed(builder.build(), "Took " + files + " uuencoded out of the text.");
    }

    private int takeOut(MailPart part, int before, int most, MailMessageBuilder builder) throws IOException {
        List<UuBlock> blocks = find(part, Math.min(most, config.maxFiles()));
        for (UuBlock block : blocks) {
            String type = FileNames.typeOf(block.name().strip().toLowerCase(Locale.ROOT));
            Content content = () -> open(part, block);
            LeafContent read = LeafContent.read(content, 0);
            String name = FileNames.ofBytes(block.name(), type, ++before);
            builder.addPart(new MailPart(type, read.size(), PartRole.ATTACHMENT, read.sha256(), content));
            builder.addAttachment(new Attachment(0, name, type, read.size(), false, null, read.sha256(), content));
            if (block.damaged()) {
                builder.addWarning("A uuencoded file is damaged; what could be read was taken.");
            }
        }
        return blocks.size();
    }

    private List<UuBlock> find(MailPart part, int most) throws IOException {
        UuFinder finder = new UuFinder(most);
        try (LineScanner lines = new LineScanner(part.content().open())) {
            while (lines.next()) {
                finder.line(lines.text(), lines.start(), lines.offset());
            }
        }
        return finder.blocks();
    }

    private static InputStream open(MailPart part, UuBlock block) throws IOException {
        InputStream in = part.content().open();
        in.skipNBytes(block.from());
        return new UuStream(new RangeStream(in, block.to() - block.from()));
    }

    private String without(String text) {
        UuFinder finder = new UuFinder(config.maxFiles());
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                finder.cutLine(text.substring(start), start, text.length());
                break;
            }
            finder.line(text.substring(start, end), start, end + 1);
            start = end + 1;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        for (UuBlock block : finder.blocks()) {
            rest.append(text, at, (int) block.from());
            at = (int) block.to();
        }
        return rest.append(text, at, text.length()).toString();
    }
}
