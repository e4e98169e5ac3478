package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content ids that an HTML body shows by {@code cid:} (RFC 2392). */
public final class InlineReferences {
    private final Set<String> ids = new HashSet<>();

    public InlineReferences(@Nullable String html) {
        String text = html == null ? "" : html;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf("cid:"); at >= 0; at = lower.indexOf("cid:", at + 4)) {
            int end = at + 4;
            while (end < text.length() && "\"'>)<& \t\r\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            ids.add(decoded(text.substring(at + 4, end)));
        }
    }

    /** Whether the HTML shows this content id, given without angle brackets. */
    public boolean contains(@Nullable String contentId) {
        return contentId != null && ids.contains(contentId);
    }

    private static String decoded(String reference) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PercentCode.decode(reference, '%', bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
