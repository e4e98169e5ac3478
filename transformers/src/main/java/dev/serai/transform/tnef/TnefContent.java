package dev.serai.transform.tnef;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a winmail.dat; null is what it does not hold. */
final class TnefContent {
    @Nullable
    String plain;

    @Nullable
    String html;

    @Nullable
    String rtf;

    boolean damaged;
    /** Something was too long to be read. */
    boolean skipped;

    final List<TnefFile> files = new ArrayList<>();
}
