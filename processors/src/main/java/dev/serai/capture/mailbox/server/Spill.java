package dev.serai.capture.mailbox.server;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail whose size nobody knows for sure: in memory up to the spool's threshold, from there on in a spool file. Fails
 * unchecked when that cannot be written, so that who copies from a connection can tell the two apart.
 */
final class Spill extends OutputStream {
    private final Spool spool;
    private final Runnable excess;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable OutputStream out;
    private @Nullable Path file;
    private long left;

    /**
     * @param most octets that are taken; what comes after them is thrown away
     * @param excess run once when more come
     */
    Spill(Spool spool, long most, Runnable excess) {
        this.spool = spool;
        this.left = most;
        this.excess = excess;
    }

    /** Whether more came than is taken. */
    boolean isOver() {
        return left < 0;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (isOver()) {
            return;
        }
        left -= length;
        if (isOver()) {
            excess.run();
            return;
        }
        OutputStream here = out;
        if (here == null && memory.size() + length <= Spool.THRESHOLD) {
            memory.write(bytes, from, length);
            return;
        }
        try {
            (here == null ? spilled() : here).write(bytes, from, length);
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    private OutputStream spilled() throws IOException {
        Path path = spool.newFile();
        file = path;
        OutputStream opened = new BufferedOutputStream(Files.newOutputStream(path));
        out = opened;
        memory.writeTo(opened);
        memory.reset();
        return opened;
    }

    /** What was written; to be called once, after {@link #close}. */
    Body body() {
        Path path = file;
        try {
            return path == null ? Body.of(memory.toByteArray()) : Body.of(path);
        } catch (IOException unreadable) {
            throw unwritable(unreadable);
        }
    }

    /** Gives the spool file back when no body will be made. */
    void discard() {
        Path path = file;
        if (path != null) {
            closeQuietly();
            Spool.delete(path);
        }
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (UncheckedIOException full) {
            // It is deleted next.
        }
    }

    private static UncheckedIOException unwritable(IOException full) {
        return new UncheckedIOException("the spool cannot be written", full);
    }
}
