package dev.serai.mime;

import dev.serai.message.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A mail inside a mail: ranges of decoded content, which has no random access. While it is read from front to back,
 * the next range goes on where the last one ended, so that reading all parts decodes it once. Up to 1 MiB is held in
 * memory instead. To be closed when that is done; ranges can be opened afterwards, each from the start.
 */
public final class ContentSource implements RawSource, AutoCloseable {
    private static final int SMALL = 1 << 20;

    private final Content content;
    private final long size;
    private final AtomicReference<@Nullable Cursor> idle = new AtomicReference<>();
    private volatile boolean closed;

    private ContentSource(Content content, long size) {
        this.content = content;
        this.size = size;
    }

    /**
     * Content as a source.
     *
     * @param size its bytes; what lies behind them is not read
     * @throws IOException when its bytes cannot be read
     */
    public static ContentSource of(Content content, long size) throws IOException {
        if (size > SMALL) {
            return new ContentSource(content, size);
        }
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes((int) size);
            return new ContentSource(Content.of(bytes), bytes.length);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open(long from, long length) throws IOException {
        Cursor cursor = idle.getAndSet(null);
        if (cursor == null || cursor.position > from) {
            if (cursor != null) {
                cursor.end();
            }
            cursor = new Cursor(content.open());
        }
        cursor.skipNBytes(from - cursor.position);
        return new Range(cursor, Math.max(0, Math.min(length, size - from)));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Cursor cursor = idle.getAndSet(null);
        if (cursor != null) {
            cursor.end();
        }
    }

    /** Gives the cursor back once, however often it is closed. */
    private static final class Range extends RangeStream {
        private boolean closed;

        Range(Cursor cursor, long length) {
            super(cursor, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
            }
        }
    }

    /** Waits for the next range when it is closed. */
    private final class Cursor extends FilterInputStream {
        private long position;

        Cursor(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            position += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            position += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            if (closed || !idle.compareAndSet(null, this)) {
                end();
            }
        }

        void end() throws IOException {
            super.close();
        }
    }
}
