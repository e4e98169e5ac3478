package dev.serai.rtf;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What holds inside one pair of braces, until they close. */
final class RtfState {
    Destination destination = Destination.BODY;
    boolean suppressed;
    boolean invisible;
    boolean symbol;
    int fallbacks = 1;
    Charset charset;

    @Nullable
    RtfField field;

    RtfState(Charset charset) {
        this.charset = charset;
    }

    /** Where text goes. */
    enum Destination {
        BODY,
        MARKUP,
        FONTS,
        FIELD_CODE,
        NOWHERE
    }

    RtfState copy() {
        RtfState copy = new RtfState(charset);
        copy.destination = destination;
        copy.suppressed = suppressed;
        copy.invisible = invisible;
        copy.symbol = symbol;
        copy.fallbacks = fallbacks;
        copy.field = field;
        return copy;
    }
}
