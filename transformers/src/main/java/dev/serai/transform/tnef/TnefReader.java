package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/**
 * Reads a winmail.dat (MS-OXTNEF) attribute by attribute, so that a damaged one still yields what stands before the
 * damage. Files stay where they are, as ranges of it; of everything else {@link #LONGEST} bytes are read at most.
 */
final class TnefReader {
    /** Bytes of an attribute that is read into memory: texts, names, a file that stands among its properties. */
    static final int LONGEST = 4 << 20;

    /** attAttachData, with the type of bytes (MS-OXTNEF section 2.1.3.3.4). */
    private static final int FILE_DATA = 0x0006800f;

    private static final int LEVEL_MESSAGE = 1;
    private static final int LEVEL_ATTACHMENT = 2;
    private static final int UNICODE = 0x1f;
    private static final int OBJECT = 0x0d;
    private static final int INTERFACE_ID = 16;

    static {
        MAPIAttribute.setMaxRecordLength(LONGEST);
        TNEFAttribute.setMaxRecordLength(LONGEST);
    }

    private final Content source;
    private final TnefContent content = new TnefContent();
    private Charset charset = Charset.forName("windows-1252");

    private TnefReader(Content source) {
        this.source = source;
    }

    /** @throws IOException only when the bytes cannot be read, which is never the mail's fault */
    static TnefContent read(Content source) throws IOException {
        TnefReader reader = new TnefReader(source);
        try (TnefStream in = new TnefStream(source.open())) {
            reader.run(in);
        } catch (TnefStream.Cut | RuntimeException e) {
            reader.content.damaged = true;
        }
        return reader.content;
    }

    private void run(TnefStream in) throws IOException {
        if (LittleEndian.getInt(in.take(4)) != HMEFMessage.HEADER_SIGNATURE) {
            content.damaged = true;
            return;
        }
        in.take(2);
        for (int level = in.read(); level >= 0; level = in.read()) {
            if (level != LEVEL_MESSAGE && level != LEVEL_ATTACHMENT) {
                content.damaged = true;
                return;
            }
            byte[] head = in.take(8);
            long length = LittleEndian.getUInt(head, 4);
            if (level == LEVEL_ATTACHMENT && LittleEndian.getInt(head) == FILE_DATA) {
                content(TnefPart.measured(source, in, length));
                in.take(2);
            } else if (length > LONGEST) {
                content.skipped = true;
                in.skip(length + 2);
            } else {
                attribute(level, head, in.take((int) length + 2));
            }
        }
    }

    /** POI wants the attribute with its head, without the level. */
    private static TNEFAttribute attribute(byte[] head, byte[] data) throws IOException {
        byte[] whole = Arrays.copyOf(head, head.length + data.length);
        System.arraycopy(data, 0, whole, head.length, data.length);
        return TNEFAttribute.create(new ByteArrayInputStream(whole));
    }

    /** @throws TnefStream.Cut when its bytes are no such attribute */
    private void attribute(int level, byte[] head, byte[] data) throws TnefStream.Cut {
        try {
            TNEFAttribute attribute = attribute(head, data);
            if (level == LEVEL_MESSAGE) {
                message(attribute);
            } else {
                file(attribute);
            }
        } catch (IOException malformed) {
            throw new TnefStream.Cut();
        }
    }

    private void content(TnefPart part) {
        if (!content.files.isEmpty()) {
            content.files.get(content.files.size() - 1).data = part;
        }
    }

    private void message(TNEFAttribute attribute) throws IOException {
        TNEFProperty property = attribute.getProperty();
        if (property == TNEFProperty.ID_OEMCODEPAGE) {
            codepage(attribute.getData());
        } else if (property == TNEFProperty.ID_BODY && content.plain == null) {
            content.plain = text(attribute.getData(), false);
        } else if (property == TNEFProperty.ID_MAPIPROPERTIES) {
            for (MAPIAttribute value : MAPIAttribute.create(attribute)) {
                body(value);
            }
        }
    }

    private void codepage(byte[] data) {
        String name = data.length < 4 ? "" : "windows-" + LittleEndian.getInt(data);
        charset = !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : charset;
    }

    private void body(MAPIAttribute value) {
        int id = value.getProperty().id;
        if (id == MAPIProperty.BODY.id) {
            content.plain = text(value.getData(), value.getType() == UNICODE);
        } else if (id == MAPIProperty.BODY_HTML.id) {
            content.html = text(value.getData(), value.getType() == UNICODE);
        } else if (value instanceof MAPIRtfAttribute rtf) {
            content.rtf = new String(rtf.getData(), StandardCharsets.ISO_8859_1);
        }
    }

    private void file(TNEFAttribute attribute) throws IOException {
        TNEFProperty property = attribute.getProperty();
        if (property == TNEFProperty.ID_ATTACHRENDERDATA) {
            content.files.add(new TnefFile());
        }
        if (content.files.isEmpty()) {
            return;
        }
        TnefFile file = content.files.get(content.files.size() - 1);
        if (property == TNEFProperty.ID_ATTACHTITLE) {
            file.title = text(attribute.getData(), false);
        } else if (property == TNEFProperty.ID_ATTACHMENT) {
            properties(file, MAPIAttribute.create(attribute));
        }
    }

    private void properties(TnefFile file, List<MAPIAttribute> values) {
        for (MAPIAttribute value : values) {
            int id = value.getProperty().id;
            boolean unicode = value.getType() == UNICODE;
            if (id == MAPIProperty.ATTACH_LONG_FILENAME.id) {
                file.longName = text(value.getData(), unicode);
            } else if (id == MAPIProperty.ATTACH_MIME_TAG.id) {
                file.contentType = text(value.getData(), unicode);
            } else if (id == MAPIProperty.ATTACH_CONTENT_ID.id) {
                file.contentId = text(value.getData(), unicode);
            } else if (id == MAPIProperty.ATTACH_DATA.id) {
                object(file, value);
            }
        }
    }

    /** An embedded object has the id of its interface in front; a message in it is TNEF again. */
    private static void object(TnefFile file, MAPIAttribute value) {
        byte[] data = value.getData();
        boolean prefixed = value.getType() == OBJECT && data.length > INTERFACE_ID;
        byte[] own = prefixed ? Arrays.copyOfRange(data, INTERFACE_ID, data.length) : data;
        file.data = TnefPart.of(own);
        file.nestedMessage = isTnef(own);
    }

    private static boolean isTnef(byte[] data) {
        return data.length > 4 && LittleEndian.getInt(data) == HMEFMessage.HEADER_SIGNATURE;
    }

    private @Nullable String text(byte[] data, boolean unicode) {
        String text = unicode ? new String(data, StandardCharsets.UTF_16LE) : new String(data, charset);
        String clean = text.replace("\u0000", "").replace("\r\n", "\n");
        return clean.isBlank() ? null : clean;
    }
}
