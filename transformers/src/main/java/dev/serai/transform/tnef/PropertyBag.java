package dev.serai.transform.tnef;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of a message, a recipient or a file that are wanted, by their number; the first of a kind counts. */
final class PropertyBag {
    private static final int UNICODE = 0x1f;
    private static final int STRING = 0x1e;
    private static final int BINARY = 0x102;
    private static final int MULTIPLE = 0x1000;
    private static final int TIME = 0x40;
    private static final long TICKS_TO_1970 = 116_444_736_000_000_000L;
    private static final long TICKS = 10_000_000;
    private static final long YEAR_2200 = 7_258_118_400L;

    private final Map<Integer, Value> values = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Value(int type, byte[] bytes) {}

    void put(int property, int type, byte[] bytes) {
        Value known = values.get(property);
        if (known == null || known.bytes().length == 0 || (!isText(known.type()) && isText(type))) {
            values.put(property, new Value(type, bytes));
        }
    }

    private static boolean isText(int type) {
        int single = type & ~MULTIPLE;
        return single == STRING || single == UNICODE || single == BINARY;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The bytes; null where there is no such property. */
    byte @Nullable [] bytes(int property) {
        Value value = values.get(property);
        return value == null ? null : value.bytes();
    }

    boolean isUnicode(int property) {
        Value value = values.get(property);
        return value != null && (value.type() & ~MULTIPLE) == UNICODE;
    }

    /** The first of these that has text, without NUL and with LF at the ends of lines; null where none has. */
    @Nullable
    String text(Charset charset, int... properties) {
        for (int property : properties) {
            Value value = values.get(property);
            if (value != null && isText(value.type())) {
                String text = TnefText.of(value.bytes(), isUnicode(property) ? StandardCharsets.UTF_16LE : charset);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** A whole number; the fallback where there is none. */
    long number(int property, long fallback) {
        byte[] bytes = bytes(property);
        return bytes == null || bytes.length < 4 ? fallback : Little.u32(bytes, 0);
    }

    /** The first of these that is a moment between 1970 and 2199; null where none is. */
    @Nullable
    Instant time(int... properties) {
        for (int property : properties) {
            Value value = values.get(property);
            Instant time = value == null || value.type() != TIME ? null : time(value.bytes());
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static @Nullable Instant time(byte[] bytes) {
        if (bytes.length < 8) {
            return null;
        }
        long ticks = Little.int64(bytes, 0) - TICKS_TO_1970;
        long seconds = Math.floorDiv(ticks, TICKS);
        return seconds <= 0 || seconds >= YEAR_2200 ? null : Instant.ofEpochSecond(seconds);
    }
}
