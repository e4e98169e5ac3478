package dev.serai.transform.tnef;

import dev.serai.mime.FileNames;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file out of a winmail.dat, while its pieces are gathered. */
final class TnefFile {
    private static final int EMBEDDED_MESSAGE = 5;
    private static final int OLE = 6;
    private static final Pattern TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

    final PropertyBag properties = new PropertyBag();

    /** attAttachTitle. */
    byte @Nullable [] title;

    /** attAttachTransportFilename. */
    byte @Nullable [] transportName;

    /** attAttachData. */
    @Nullable
    TnefPart data;

    /** PidTagAttachDataBinary or PidTagAttachDataObject. */
    @Nullable
    TnefPart object;

    /** What is in it; of an embedded thing the object counts, of others what is not empty. Null where there is nothing. */
    @Nullable
    TnefPart content() {
        TnefPart own = data;
        TnefPart other = object;
        boolean embedded = isMessage() || method() == OLE;
        if (own == null || (other != null && other.size() > 0 && (embedded || own.size() == 0))) {
            return other;
        }
        return own;
    }

    boolean isMessage() {
        return method() == EMBEDDED_MESSAGE;
    }

    private long method() {
        return properties.number(Tag.FILE_METHOD, 0);
    }

    /** Where a file that is not in the mail lies; null where it does not say. */
    @Nullable
    String path(Charset charset) {
        return properties.text(charset, Tag.FILE_LONG_PATH, Tag.FILE_PATH);
    }

    /** The name that says most; null where there is none. */
    @Nullable
    String name(Charset charset) {
        String name = properties.text(charset, Tag.FILE_LONG_NAME);
        name = name == null ? shortName(charset) : name;
        name = name == null ? properties.text(charset, Tag.DISPLAY_NAME, Tag.FILE_LONG_PATH, Tag.FILE_PATH) : name;
        return name == null ? properties.text(charset, Tag.FILE_TRANSPORT_NAME) : name;
    }

    private @Nullable String shortName(Charset charset) {
        String title = text(this.title, charset);
        String name = title == null ? properties.text(charset, Tag.FILE_NAME) : title;
        return name == null ? text(transportName, charset) : name;
    }

    private static @Nullable String text(byte @Nullable [] bytes, Charset charset) {
        String text = bytes == null ? "" : TnefText.of(bytes, charset);
        return text.isBlank() ? null : text;
    }

    /** The content id without angle brackets; null where there is none. */
    @Nullable
    String contentId(Charset charset) {
        String id = properties.text(charset, Tag.FILE_CONTENT_ID);
        return id == null ? null : id.strip().replaceAll("^<|>$", "");
    }

    /** What it says that it is, else what its name says. */
    String type(Charset charset) {
        String said = properties.text(charset, Tag.FILE_TYPE);
        String type = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        if (TYPE.matcher(type).matches() && !type.startsWith("multipart/")) {
            return type;
        }
        String name = name(charset);
        String extension = properties.text(charset, Tag.FILE_EXTENSION);
        return FileNames.typeOf(name != null && name.contains(".") ? name : extension == null ? "" : extension);
    }
}
