package dev.serai.mime;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of 8-bit bytes that nobody labelled and that are no UTF-8, by how high bytes stand together and
 * which are frequent. It says nothing rather than something doubtful.
 */
final class ByteGuess {
    private static final int ENOUGH = 4;

    /** Alphabets, each with its letters in small and its most frequent ones. */
    private record Alphabet(Charset charset, int first, int last, BitSet frequent) {

        /** The frequent letters are half of any text in most languages. */
        boolean fits(byte[] bytes, int high) {
            int letters = 0;
            int often = 0;
            for (byte b : bytes) {
                int c = b & 0xff;
                letters += c >= first && c <= last ? 1 : 0;
                often += frequent.get(c) ? 1 : 0;
            }
            return letters * 10 >= high * 7 && often * 100 >= high * 45;
        }
    }

    private static final List<Alphabet> ALPHABETS = List.of(
            alphabet("windows-1251", 0xe0, 0xff, "оеаинтсрвлкмд"),
            alphabet("KOI8-R", 0xc0, 0xdf, "оеаинтсрвлкмд"),
            alphabet("windows-1253", 0xdc, 0xfe, "αοιτενσςρπκυη"),
            alphabet("windows-1255", 0xe0, 0xfa, "יוהלאמרתבנש"));

    private ByteGuess() {}

    private static Alphabet alphabet(String name, int first, int last, String letters) {
        Charset charset = Charset.forName(name);
        BitSet frequent = new BitSet();
        for (byte b : letters.getBytes(charset)) {
            frequent.set(b & 0xff);
        }
        return new Alphabet(charset, first, last, frequent);
    }

    /** Null where nothing is likely enough. */
    static @Nullable Charset of(byte[] bytes) {
        int high = 0;
        int runs = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                runs += i == 0 || bytes[i - 1] >= 0 ? 1 : 0;
            }
        }
        if (high < ENOUGH || high < runs * 2) {
            return null;
        }
        Charset pairs = pairs(bytes);
        if (pairs != null) {
            return pairs;
        }
        int all = high;
        return ALPHABETS.stream()
                .filter(alphabet -> alphabet.fits(bytes, all))
                .findFirst()
                .map(Alphabet::charset)
                .orElse(null);
    }

    private static int highBytes(byte[] bytes) {
        int high = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
        }
        return high;
    }

    /** East Asian text is pairs, told apart by where its commonest characters lie. */
    private static @Nullable Charset pairs(byte[] bytes) {
        int pairs = 0;
        int chinese = 0;
        int korean = 0;
        int kana = 0;
        int shifted = 0;
        int big = 0;
        int lowTrails = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            int lead = bytes[i] & 0xff;
            int trail = i + 1 < bytes.length ? bytes[++i] & 0xff : 0;
            if (trail < 0x40 || trail == 0x7f) {
                return null;
            }
            pairs++;
            lowTrails += trail < 0xa1 ? 1 : 0;
            shifted += lead == 0x82 || lead == 0x83 ? 1 : 0;
            kana += lead == 0xa4 || lead == 0xa5 ? 1 : 0;
            chinese += lead >= 0xb0 && lead <= 0xd7 ? 1 : 0;
            korean += lead >= 0xb0 && lead <= 0xc8 ? 1 : 0;
            big += lead >= 0xa4 && lead <= 0xc6 ? 1 : 0;
        }
        if (shifted * 10 >= pairs * 3) {
            return Charset.forName("windows-31j");
        }
        if (lowTrails * 10 >= pairs * 2) {
            return big * 10 >= pairs * 7 ? Charset.forName("Big5-HKSCS") : null;
        }
        if (lowTrails > 0) {
            return null;
        }
        if (kana * 10 >= pairs * 3) {
            return Charset.forName("EUC-JP");
        }
        if (korean * 100 >= pairs * 95 && spaced(bytes)) {
            return Charset.forName("x-windows-949");
        }
        return chinese * 10 >= pairs * 7 && !cyrillic(bytes) ? Charset.forName("GB18030") : null;
    }

    /** Korean puts blanks between words, Chinese does not. */
    private static boolean spaced(byte[] bytes) {
        for (int i = 1; i + 1 < bytes.length; i++) {
            if (bytes[i] == ' ' && bytes[i - 1] < 0 && bytes[i + 1] < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean cyrillic(byte[] bytes) {
        int high = highBytes(bytes);
        return ALPHABETS.get(0).fits(bytes, high) || ALPHABETS.get(1).fits(bytes, high);
    }
}
