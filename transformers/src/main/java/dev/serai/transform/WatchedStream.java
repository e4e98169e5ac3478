package dev.serai.transform;

import java.io.IOException;
import java.io.InputStream;

/** Reads between interrupts, never through one. */
final class WatchedStream extends InputStream {
    private final InputStream in;
    private final Turn turn;

    WatchedStream(InputStream in, Turn turn) {
        this.in = in;
        this.turn = turn;
    }

    @Override
    public int read() throws IOException {
        return WatchedSource.watched(turn, in::read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return WatchedSource.watched(turn, () -> in.read(into, offset, length));
    }

    @Override
    public long skip(long count) throws IOException {
        return WatchedSource.watched(turn, () -> in.skip(count));
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
