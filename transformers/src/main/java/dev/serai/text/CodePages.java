package dev.serai.text;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Charsets by the numbers that Windows gives them. */
public final class CodePages {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(708, "ISO-8859-6"),
            Map.entry(874, "x-windows-874"),
            Map.entry(932, "windows-31j"),
            Map.entry(936, "GB18030"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "Big5-HKSCS"),
            Map.entry(1200, "UTF-16LE"),
            Map.entry(1201, "UTF-16BE"),
            Map.entry(1361, "x-Johab"),
            Map.entry(10000, "x-MacRoman"),
            Map.entry(20127, "US-ASCII"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(20936, "GB18030"),
            Map.entry(20949, "x-windows-949"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(28591, "windows-1252"),
            Map.entry(28599, "windows-1254"),
            Map.entry(28601, "x-windows-874"),
            Map.entry(38598, "ISO-8859-8"),
            Map.entry(50220, "x-windows-iso2022jp"),
            Map.entry(50221, "x-windows-iso2022jp"),
            Map.entry(50222, "x-windows-iso2022jp"),
            Map.entry(50225, "ISO-2022-KR"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51936, "GB18030"),
            Map.entry(51949, "x-windows-949"),
            Map.entry(54936, "GB18030"),
            Map.entry(65001, "UTF-8"));

    private static final int ISO = 28590;

    private CodePages() {}

    /** The charset; null where the number means nothing here. */
    public static @Nullable Charset find(long number) {
        String name = number > 0 && number < 1 << 16 ? name((int) number) : null;
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : null;
    }

    private static String name(int number) {
        String known = NAMES.get(number);
        if (known != null) {
            return known;
        }
        if (number > ISO && number <= ISO + 16) {
            return "ISO-8859-" + (number - ISO);
        }
        return (number >= 1250 && number <= 1258 ? "windows-" : "IBM") + number;
    }
}
