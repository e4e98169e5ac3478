package dev.serai.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** From the names that mail uses to the charsets that are meant, mostly the supersets of WHATWG's encoding standard. */
final class CharsetNames {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Labels that say nothing: mail lies about ASCII, and the others are what programs write for want of knowledge. */
    private static final Set<String> ASCII = Set.of(
            "us-ascii",
            "ascii",
            "ansi_x3.4-1968",
            "ansi_x3.4-1986",
            "iso646-us",
            "iso-ir-6",
            "7bit",
            "8bit",
            "binary",
            "unknown-8bit",
            "unknown",
            "x-unknown",
            "x-user-defined",
            "default",
            "default_charset",
            "none",
            "null",
            "autodetect",
            "autodetect_all",
            "");

    private static final Set<String> UTF_7 = Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7");
    private static final Set<String> HZ = Set.of("hz-gb-2312", "hz-gb2312", "hz");

    /** Who says the first names means the charset behind them. */
    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry(
                    "windows-1252",
                    List.of(
                            "iso-8859-1",
                            "iso8859-1",
                            "iso_8859-1",
                            "iso88591",
                            "8859-1",
                            "latin1",
                            "latin-1",
                            "ansi",
                            "l1",
                            "cp-1252",
                            "cp1252",
                            "windows1252",
                            "win-1252",
                            "x-ansi",
                            "iso-ir-100",
                            "iso-8859",
                            "ansi_x3.110-1983",
                            "iso-8859-14")),
            Map.entry("windows-1250", List.of("cp-1250", "windows1250", "win-1250", "x-cp1250")),
            Map.entry("windows-1251", List.of("cp-1251", "windows1251", "win-1251", "win1251", "x-cp1251")),
            Map.entry("windows-1254", List.of("iso-8859-9", "iso8859-9", "iso_8859-9", "latin5", "cp-1254")),
            Map.entry("iso-8859-15", List.of("iso8859-15", "iso_8859-15", "iso885915", "latin-9")),
            Map.entry("iso-8859-2", List.of("iso_8859-2", "iso88592", "latin2")),
            Map.entry("iso-8859-4", List.of("iso-8859-10")),
            Map.entry("iso-8859-6", List.of("iso-8859-6-i", "iso-8859-6-e")),
            Map.entry("windows-1255", List.of("iso-8859-8", "iso-8859-8-i", "iso-8859-8-e", "visual", "logical")),
            Map.entry("x-windows-874", List.of("iso-8859-11", "tis-620", "windows-874", "cp874", "dos-874")),
            Map.entry("KOI8-R", List.of("koi8", "koi8r", "cskoi8r")),
            Map.entry("KOI8-U", List.of("koi8-ru", "koi8u")),
            Map.entry(
                    "GB18030",
                    List.of(
                            "gb2312",
                            "gb_2312",
                            "gb_2312-80",
                            "gb2312-80",
                            "csgb2312",
                            "gbk",
                            "x-gbk",
                            "cp936",
                            "ms936",
                            "x-mswin-936",
                            "euc-cn",
                            "x-euc-cn",
                            "chinese",
                            "gb-18030",
                            "iso-ir-58")),
            Map.entry(
                    "x-windows-949",
                    List.of(
                            "ks_c_5601-1987",
                            "ks_c_5601-1989",
                            "ks_c_5601",
                            "ks-c-5601-1987",
                            "ksc5601",
                            "ksc_5601",
                            "euc-kr",
                            "euckr",
                            "cp949",
                            "ms949",
                            "uhc",
                            "korean",
                            "iso-ir-149")),
            Map.entry(
                    "windows-31j",
                    List.of(
                            "shift_jis",
                            "shift-jis",
                            "shiftjis",
                            "shift_jisx0213",
                            "x-sjis",
                            "sjis",
                            "x-ms-cp932",
                            "x-sjis-cp932",
                            "ms_kanji",
                            "cp932",
                            "ms932",
                            "windows-932",
                            "cswindows31j")),
            Map.entry("x-windows-iso2022jp", List.of("iso-2022-jp", "iso2022-jp", "iso2022jp", "csiso2022jp", "jis")),
            Map.entry("EUC-JP", List.of("x-euc", "x-eucjp", "ujis")),
            Map.entry("Big5-HKSCS", List.of("big5", "big-5", "x-x-big5", "cn-big5", "cp950", "ms950", "big5_hkscs")),
            Map.entry(
                    "UTF-8",
                    List.of("utf8", "utf", "utf_8", "utf-8n", "utf8mb4", "cp65001", "cp-utf8", "unicode", "iso-10646")),
            Map.entry("UTF-16", List.of("utf16", "ucs-2", "ucs2", "iso-10646-ucs-2", "unicodefffe")),
            Map.entry("x-MacRoman", List.of("macintosh", "mac", "macroman", "x-mac-roman", "x-macintosh")),
            Map.entry("x-MacCyrillic", List.of("x-mac-cyrillic", "maccyrillic", "x-mac-ukrainian")),
            Map.entry("x-MacCentralEurope", List.of("x-mac-ce", "macce")));

    private static final Map<String, String> SUPERSETS = supersets();

    // looking up a name that the platform does not know takes it a millisecond
    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 1000;
    private static final Charset JAPANESE = Charset.forName("x-windows-iso2022jp");
    private static final Charset KOREAN = Charset.forName("ISO-2022-KR");

    private CharsetNames() {}

    private static Map<String, String> supersets() {
        Map<String, String> supersets = new HashMap<>();
        MEANT.forEach((charset, names) -> names.forEach(name -> supersets.put(name, charset)));
        return Map.copyOf(supersets);
    }

    static boolean isUtf7(String label) {
        return UTF_7.contains(tidy(label));
    }

    static boolean isHz(String label) {
        return HZ.contains(tidy(label));
    }

    /** Whether any bytes fit it, or nearly so: then that they fit proves nothing. */
    static boolean isSingleByte(Charset charset) {
        String name = charset.name();
        return name.startsWith("windows-12") || name.startsWith("ISO-8859") || name.startsWith("KOI8");
    }

    /** Whether a name means something, if only that nothing is known. */
    static boolean isKnown(String label) {
        return isAscii(label) || isUtf7(label) || isHz(label) || find(label) != null;
    }

    private static boolean isAscii(String label) {
        return ASCII.contains(tidy(label));
    }

    /** The charset that is meant; null for none, for ASCII (to be guessed, since mail lies about it) and for unknown ones. */
    static @Nullable Charset find(@Nullable String label) {
        if (label == null || isAscii(label) || isUtf7(label) || isHz(label)) {
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
