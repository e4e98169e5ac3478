package dev.serai.mime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A mail that is small enough to be held in memory. */
final class MemorySource implements RawSource {
    private final byte[] bytes;

    MemorySource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open(long from, long length) {
        int start = (int) Math.min(from, bytes.length);
        return new ByteArrayInputStream(bytes, start, (int) Math.min(length, bytes.length - start));
    }
}
