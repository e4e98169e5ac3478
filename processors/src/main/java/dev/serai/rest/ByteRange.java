package dev.serai.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one range of bytes that a client asks for (RFC 9110 section 14.2); what is no such range means everything.
 *
 * @param from the first byte, from 0
 * @param to behind the last byte
 * @param size of the whole
 */
record ByteRange(long from, long to, long size) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    static ByteRange of(@Nullable String header, long size) {
        Matcher one = ONE.matcher(header == null ? "" : header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new ByteRange(0, size, size);
        }
        if (one.group(1).isEmpty()) {
            return new ByteRange(Math.max(0, size - Long.parseLong(one.group(2))), size, size);
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(one.group(2)) + 1);
        return new ByteRange(from, to, size);
    }

    boolean isAll() {
        return from == 0 && to == size;
    }

    /** Whether there is nothing in it, so that it cannot be answered. */
    boolean isEmpty() {
        return from >= to;
    }

    long length() {
        return to - from;
    }

    /** As the header Content-Range. */
    @Override
    public String toString() {
        return isEmpty() ? "bytes */" + size : "bytes " + from + "-" + (to - 1) + "/" + size;
    }
}
