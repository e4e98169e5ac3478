package dev.serai.transform.tnef;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in a winmail.dat, as it stands there. */
final class TnefMessage {
    final PropertyBag properties = new PropertyBag();
    final List<PropertyBag> recipients = new ArrayList<>();
    final List<TnefFile> files = new ArrayList<>();

    /** Attributes of the message that are not lists of properties, by their number. */
    final Map<Integer, byte[]> attributes = new HashMap<>();

    boolean damaged;
    boolean checksumWrong;

    /** Something was too long to be kept. */
    boolean skipped;

    /** Memory was not enough for all of it. */
    boolean cramped;

    /** The charset of its 8-bit strings. */
    Charset charset = TnefText.charset(0);

    /** The text of an attribute; null where there is none. */
    @Nullable
    String attribute(int id) {
        byte[] bytes = attributes.get(id);
        String text = bytes == null ? "" : TnefText.of(bytes, charset);
        return text.isBlank() ? null : text;
    }

    /** The first of these properties that has text; null where none has. */
    @Nullable
    String text(int... ids) {
        return properties.text(charset, ids);
    }

    /** Whether nothing was found that a person could read. */
    boolean isEmpty() {
        return files.isEmpty() && recipients.isEmpty() && properties.isEmpty() && attributes.isEmpty();
    }
}
