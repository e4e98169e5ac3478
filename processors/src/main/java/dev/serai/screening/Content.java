package dev.serai.screening;

import dev.serai.screening.engine.CaseFolding;
import dev.serai.screening.engine.Index;
import dev.serai.screening.engine.Scan;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One text as expressions read it: Unicode NFC, line ends {@code \n}, at most {@link #LIMIT} characters. */
final class Content {
    /** UTF-16 units of one part that rules read; what is behind them is not read. */
    static final int LIMIT = 1_000_000;

    private final String text;
    private final int unread;
    private @Nullable String folded;
    private @Nullable String trimmed;
    private final Optional<Index> index;
    private @Nullable Scan scan;

    private Content(String text, int unread, Optional<Index> index) {
        this.index = index;
        this.text = text;
        this.unread = unread;
    }

    /** The content of a raw text; an absent text is the empty one. */
    static Content of(@Nullable String raw) {
        return of(raw, Optional.empty());
    }

    /** The content of a raw text that an index will look through. */
    static Content of(@Nullable String raw, Optional<Index> index) {
        String given = raw == null ? "" : raw;
        int kept = Math.min(given.length(), LIMIT);
        if (kept < given.length() && Character.isHighSurrogate(given.charAt(kept - 1))) {
            kept--;
        }
        return new Content(normalize(LineEnds.plain(given.substring(0, kept))), given.length() - kept, index);
    }

    static String normalize(String text) {
        String safe = StreamSafe.of(text);
        return Normalizer.isNormalized(safe, Normalizer.Form.NFC)
                ? safe
                : Normalizer.normalize(safe, Normalizer.Form.NFC);
    }

    String text() {
        return text;
    }

    /** UTF-16 units at the end of the raw text that are not read. */
    int unread() {
        return unread;
    }

    /** What the text has of the index, made at the first call. */
    Scan scan() {
        if (scan == null) {
            scan = index.orElseThrow()
                    .scan(text, folded(), withoutLastLineEnds().length());
        }
        return scan;
    }

    /** The text without difference of letter case, made at the first call. */
    String folded() {
        if (folded == null) {
            folded = CaseFolding.fold(text);
        }
        return folded;
    }

    /** The text without the line ends at its end, which no reader of a mail sees. */
    String withoutLastLineEnds() {
        if (trimmed == null) {
            int end = text.length();
            while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            trimmed = text.substring(0, end);
        }
        return trimmed;
    }
}
