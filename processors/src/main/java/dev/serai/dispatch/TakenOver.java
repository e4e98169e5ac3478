package dev.serai.dispatch;

import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.message.Attachment;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A file of a stored mail, as it goes along with one of ours. Who sends ours did not write what it says of itself: a media
 * type that is none travels as `application/octet-stream`, a name loses what cannot stand in a header.
 */
public final class TakenOver {
    private static final String UNKNOWN = "application/octet-stream";
    private static final int LONGEST_TYPE = 250;

    private TakenOver() {}

    /** Beside the text. */
    public static Attached of(Attachment file) {
        return of(file, file.name(), null);
    }

    /**
     * @param name what it is called from now on
     * @param contentId by which the HTML shows it; null where it does not
     */
    public static Attached of(Attachment file, String name, @Nullable String contentId) {
        return new Attached(
                Fields.joined(name), type(file.contentType()), file.size(), file.content()::open, contentId);
    }

    private static String type(String said) {
        try {
            String readable = new ContentType(Fields.joined(said)).toString();
            return readable.length() <= LONGEST_TYPE ? readable : UNKNOWN;
        } catch (ParseException none) {
            return UNKNOWN;
        }
    }
}
