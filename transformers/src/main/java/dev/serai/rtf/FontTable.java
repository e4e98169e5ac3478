package dev.serai.rtf;

import dev.serai.text.CodePages;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which font's text is in which charset: {@code \fcharset} and {@code \cpg} of the font table. */
final class FontTable {
    private static final int MOST = 10_000;
    private static final int SYMBOL = 2;
    private static final Map<Integer, Integer> CODE_PAGES = Map.ofEntries(
            Map.entry(0, 1252),
            Map.entry(77, 10000),
            Map.entry(128, 932),
            Map.entry(129, 949),
            Map.entry(130, 1361),
            Map.entry(134, 936),
            Map.entry(136, 950),
            Map.entry(161, 1253),
            Map.entry(162, 1254),
            Map.entry(163, 1258),
            Map.entry(177, 1255),
            Map.entry(178, 1256),
            Map.entry(186, 1257),
            Map.entry(204, 1251),
            Map.entry(222, 874),
            Map.entry(238, 1250),
            Map.entry(254, 437),
            Map.entry(255, 850));

    private final Map<Integer, Charset> charsets = new HashMap<>();
    private final Map<Integer, Boolean> symbols = new HashMap<>();
    private Charset usual = Charset.forName("windows-1252");
    private boolean multiByte;
    private int defined;

    /** The code page of the whole ({@code \ansicpg}). */
    void usual(int codePage) {
        Charset found = CodePages.find(codePage);
        if (found != null) {
            usual = found;
            multiByte = found.newDecoder().averageCharsPerByte() < 1;
        }
    }

    Charset usual() {
        return usual;
    }

    /** From now on this font is described. */
    void define(int font) {
        defined = font;
    }

    /** The described font's {@code \fcharset}; where the whole is multi-byte, charset 0 says nothing of its own. */
    void charset(int number) {
        if (number == SYMBOL && symbols.size() < MOST) {
            symbols.put(defined, true);
        }
        Integer codePage = CODE_PAGES.get(number);
        if (codePage != null && !(number == 0 && multiByte)) {
            codePage(codePage);
        }
    }

    /** The described font's {@code \cpg}. */
    void codePage(int number) {
        Charset found = CodePages.find(number);
        if (found != null && charsets.size() < MOST) {
            charsets.put(defined, found);
        }
    }

    Charset charsetOf(int font) {
        @Nullable Charset own = charsets.get(font);
        return own == null ? usual : own;
    }

    /** Whether its characters are signs, a bullet for instance, whatever the code page says. */
    boolean isSymbol(int font) {
        return symbols.containsKey(font);
    }
}
