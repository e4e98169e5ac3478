package dev.serai.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** From the names that mail uses to the charsets that are meant, mostly the supersets of WHATWG's encoding standard. */
final class CharsetNames {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Set<String> ASCII =
            Set.of("us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "7bit", "8bit", "unknown-8bit", "x-unknown", "");
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode", "UTF-8"),
            Map.entry("macintosh", "x-MacRoman"));

    // looking up a name that the platform does not know takes it a millisecond
    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 1000;
    private static final Charset JAPANESE = Charset.forName("x-windows-iso2022jp");
    private static final Charset KOREAN = Charset.forName("ISO-2022-KR");

    private CharsetNames() {}

    static boolean isAscii(String label) {
        return ASCII.contains(tidy(label));
    }

    /** The charset that is meant; null for none, for ASCII (to be guessed, since mail lies about it) and for unknown ones. */
    static @Nullable Charset find(@Nullable String label) {
        if (label == null || isAscii(label)) {
            return null;
        }
        String name = tidy(label);
        Optional<Charset> known = KNOWN.get(name);
        if (known == null) {
            known = lookUp(SUPERSETS.getOrDefault(name, name));
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(name, known);
            }
        }
        return known.orElse(null);
    }

    private static Optional<Charset> lookUp(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Cuts what is no part of a name: quotes, comments, and escapes as in {@code _iso-2022-jp$ESC}. */
    private static String tidy(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < name.length() && !Character.isLetterOrDigit(name.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < name.length() && isNameChar(name.charAt(end))) {
            end++;
        }
        return name.substring(start, end);
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || "-_.:+".indexOf(c) >= 0;
    }

    /** ISO-2022-JP or ISO-2022-KR by their escape sequences (RFC 1468, RFC 1557); null where there are none. */
    static @Nullable Charset byEscapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1b) {
                if (bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@' || bytes[i + 2] == '(')) {
                    return JAPANESE;
                }
                if (bytes[i + 1] == '$' && bytes[i + 2] == ')') {
                    return KOREAN;
                }
            }
        }
        return null;
    }
}
