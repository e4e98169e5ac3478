package dev.serai.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Bytes of a mail or a part in the database; at most one chunk of them is in memory, and one per open stream. */
public final class StoredRaw {
    private final RawTable.RawFacts facts;
    private final IntFunction<byte[]> stored;
    private volatile byte @Nullable [] only;

    /** @param stored reads one chunk, counted from 0 */
    StoredRaw(RawTable.RawFacts facts, IntFunction<byte[]> stored) {
        this.facts = facts;
        this.stored = stored;
    }

    /** One that is in memory as a whole, in its one chunk. */
    static StoredRaw loaded(RawTable.RawFacts facts, byte[] bytes) {
        return new StoredRaw(facts, chunk -> bytes);
    }

    public long size() {
        return facts.size();
    }

    /** SHA-256 as lower-case hex. */
    public String sha256() {
        return facts.sha256();
    }

    public InputStream open() {
        return open(0, facts.size());
    }

    /** Bytes from an offset; a length beyond the end is cut there. */
    public InputStream open(long from, long length) {
        long start = Math.max(0, Math.min(from, facts.size()));
        long end = Math.min(facts.size(), start + Math.max(0, length));
        return new Chunks(start, end);
    }

    /** The one chunk of a small raw, kept since it is often read from the start several times. */
    private byte[] only() {
        byte[] here = only;
        if (here == null) {
            here = stored.apply(0);
            only = here;
        }
        return here;
    }

    private final class Chunks extends InputStream {
        private final long end;
        private long position;
        private int loaded = -1;
        private byte[] chunk = new byte[0];

        Chunks(long start, long end) {
            this.position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (position >= end) {
                return -1;
            }
            load((int) (position / RawTable.CHUNK));
            int at = (int) (position % RawTable.CHUNK);
            int count = (int) Math.min(Math.min(length, chunk.length - at), end - position);
            System.arraycopy(chunk, at, into, offset, count);
            position += count;
            return count;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(count, end - position));
            position += skipped;
            return skipped;
        }

        private void load(int number) {
            if (number != loaded) {
                chunk = facts.size() <= RawTable.CHUNK ? only() : stored.apply(number);
                loaded = number;
            }
        }
    }
}
