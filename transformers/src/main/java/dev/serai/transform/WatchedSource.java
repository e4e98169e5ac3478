package dev.serai.transform;

import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a mail that are never read on an interrupted thread: a transformer whose deadline is over reads nothing more.
 * What transformers get to see is read from this.
 */
public final class WatchedSource implements RawSource {
    private final RawSource source;

    public WatchedSource(RawSource source) {
        this.source = source;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public InputStream open(long from, long length) throws IOException {
        Turn turn = turn();
        if (turn == null) {
            return source.open(from, length);
        }
        return new WatchedStream(watched(turn, () -> source.open(from, length)), turn);
    }

    static @Nullable Turn turn() {
        return Thread.currentThread() instanceof TransformerThread own ? own.turn : null;
    }

    /** Something that reads. */
    @FunctionalInterface
    interface Read<T> {
        T now() throws IOException;
    }

    static <T> T watched(Turn turn, Read<T> read) throws IOException {
        turn.beginRead();
        try {
            return read.now();
        } finally {
            turn.endRead();
        }
    }
}
