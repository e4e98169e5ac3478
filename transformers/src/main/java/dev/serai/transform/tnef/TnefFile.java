package dev.serai.transform.tnef;

import org.jspecify.annotations.Nullable;

/** A file out of a winmail.dat, while its pieces are gathered; null is what was not said. */
final class TnefFile {
    @Nullable
    String title;

    @Nullable
    String longName;

    @Nullable
    String contentType;

    @Nullable
    String contentId;

    @Nullable
    TnefPart data;

    boolean nestedMessage;

    /** The name that says most. */
    @Nullable
    String name() {
        return longName == null || longName.isBlank() ? title : longName;
    }
}
