package dev.serai.dispatch;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.OutboundDraft.Attached;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes along: base64, its name by RFC 2231. A mail inside a mail must not be base64 (RFC 2046 section
 * 5.2.1): its lines travel as they are; one that has none that SMTP takes travels as `application/octet-stream`.
 */
final class AttachedFile implements DataSource {
    private static final String BASE64 = "base64";
    private static final int LONGEST_LINE = 998;
    private static final int LONGEST_NAME = 100;
    /** Of RFC 2392 what needs no escape in a URL. */
    private static final Pattern CONTENT_ID =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(@[A-Za-z0-9.-]{1,255})?");

    private final Attached attached;
    private final String name;
    private final String type;
    private final String encoding;
    private long size;
    private String sha256 = "";

    private AttachedFile(Attached attached, String name, String type, String encoding) {
        this.attached = attached;
        this.name = name;
        this.type = type;
        this.encoding = encoding;
    }

    /** @throws IllegalArgumentException naming the field when name or content type cannot stand in a header */
    static AttachedFile of(Attached attached) throws IOException {
        String name = leaf(Fields.shown(Fields.oneLine("attachments.name", attached.name())));
        String type = type(Fields.oneLine("attachments.contentType", attached.contentType()));
        if (attached.contentId() != null
                && !CONTENT_ID.matcher(attached.contentId()).matches()) {
            throw new IllegalArgumentException("'attachments.contentId': '" + attached.contentId()
                    + "' cannot stand in a header; expected letters, digits and . _ + - @");
        }
        boolean composite = type.startsWith("message/") || type.startsWith("multipart/");
        String encoding = composite ? encoding(attached) : BASE64;
        boolean unsendable = composite && encoding.equals(BASE64);
        return new AttachedFile(attached, name, unsendable ? "application/octet-stream" : type, encoding);
    }

    MimeBodyPart part() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(this));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        part.setDisposition(isShown() ? Part.INLINE : Part.ATTACHMENT);
        if (isShown()) {
            part.setHeader("Content-ID", "<" + attached.contentId() + ">");
        }
        part.setFileName(name);
        return part;
    }

    /** Whether the HTML shows it. */
    boolean isShown() {
        return attached.contentId() != null;
    }

    /** What is known of it when it was written. */
    AttachmentInfo info() {
        return new AttachmentInfo(name, type, size, isShown(), attached.contentId(), sha256);
    }

    /** Its bytes, which are measured on the way. */
    @Override
    public InputStream getInputStream() throws IOException {
        return new Measuring(attached.source().open());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("attachments are only read");
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public String getName() {
        return name;
    }

    private static String leaf(String name) {
        String leaf = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return leaf.isEmpty() ? "attachment" : clipped(leaf);
    }

    /** With its ending; encoded (RFC 2231) it must fit into a line of 998 octets. */
    private static String clipped(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        return CleanText.of(name.substring(0, LONGEST_NAME - ending.length())) + ending;
    }

    private static String type(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "application/octet-stream";
        }
        try {
            ContentType parsed = new ContentType(text);
            return parsed.toString();
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(
                    "'attachments.contentType': '" + text + "' is no media type; expected one such as application/pdf",
                    unreadable);
        }
    }

    /** What its lines need: 7bit, 8bit (RFC 6152), or base64 where they are too long or have a NUL. */
    private static String encoding(Attached attached) throws IOException {
        try (InputStream in = new BufferedInputStream(attached.source().open())) {
            boolean eightBit = false;
            int line = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                line = b == '\n' ? 0 : line + 1;
                if (b == 0 || line > LONGEST_LINE + 1) {
                    return BASE64;
                }
                eightBit |= b > 126;
            }
            return eightBit ? "8bit" : "7bit";
        }
    }

    /** Knows size and digest when it was read to its end. */
    private final class Measuring extends DigestInputStream {
        private long read;

        Measuring(InputStream in) {
            super(in, sha256());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            read += Math.max(0, count);
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            read += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public void close() throws IOException {
            super.close();
            size = read;
            sha256 = HexFormat.of().formatHex(getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
