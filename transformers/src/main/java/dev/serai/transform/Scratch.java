package dev.serai.transform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Room for the bytes that transformers make of one mail: in memory up to 1 MiB in all, in temporary files from then on,
 * 1 GiB in all at the most. What was made stays until {@link #close}, what could not be made whole takes no room. Safe for
 * several threads.
 */
public final class Scratch implements AutoCloseable {
    static final long IN_MEMORY = 1 << 20;
    private static final String PREFIX = "serai-made-";
    private static final long MOST = 1L << 30;
    private static final long LEAST = 50L << 20;
    private static final int TIMES = 10;

    private final Path folder;
    private final long most;
    private final AtomicLong memory = new AtomicLong(IN_MEMORY);
    private final AtomicLong room;
    private final List<Path> files = new ArrayList<>();
    private boolean closed;

    /** With files in the system's temporary folder. */
    public Scratch() {
        this(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /** With files in a folder, which is made when it is needed. */
    public Scratch(Path folder) {
        this(folder, MOST);
    }

    private Scratch(Path folder, long most) {
        this.folder = folder;
        this.most = most;
        this.room = new AtomicLong(most);
    }

    /**
     * For what is made of one mail: ten times its size, at least 50 MiB, at most 1 GiB.
     *
     * @param folder for the files; made when it is needed
     * @param size of the mail in bytes
     */
    public static Scratch ofMail(Path folder, long size) {
        return new Scratch(folder, Math.min(MOST, Math.max(LEAST, TIMES * Math.min(size, MOST))));
    }

    /** There is no room: so much may not be made of one mail. */
    public static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(long most) {
            super("more than " + most + " bytes were made of one mail, which is ten times its size, or 50 MiB");
        }
    }

    /**
     * Removes what a crash left behind in a folder of its own: nothing of it was stored.
     *
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static void clear(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("the folder " + folder + " cannot be used", unusable);
        }
    }

    /** Writes bytes, for instance a rewritten mail. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Keeps what a writer writes.
     *
     * @throws Full when more is made of one mail than there is room for
     * @throws IOException when the disk is full, or the writer fails
     */
    public ScratchBytes write(Writer writer) throws IOException {
        ScratchOutput out = new ScratchOutput(this);
        boolean whole = false;
        try {
            try (out) {
                writer.writeTo(out);
            }
            whole = true;
            return out.bytes();
        } finally {
            if (!whole) {
                out.discard();
            }
        }
    }

    /** Keeps what a stream has left; does not close it. */
    public ScratchBytes copy(InputStream in) throws IOException {
        return write(in::transferTo);
    }

    /** Bytes that may be made of the mail in all. */
    public long most() {
        return most;
    }

    /** Bytes that there is room for still. */
    public long left() {
        return Math.max(0, room.get());
    }

    /** Whether so many more bytes may be held in memory. */
    boolean mayHold(long bytes) {
        if (memory.addAndGet(-bytes) >= 0) {
            return true;
        }
        memory.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        memory.addAndGet(bytes);
    }

    void take(long bytes) throws IOException {
        if (room.addAndGet(-bytes) < 0) {
            room.addAndGet(bytes);
            throw new Full(most);
        }
    }

    void discard(long bytes, @Nullable Path file) throws IOException {
        room.addAndGet(bytes);
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    synchronized Path newFile() throws IOException {
        if (closed) {
            throw new IOException("the mail is done with; nothing more is made of it");
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, PREFIX, ".bin");
        files.add(file);
        return file;
    }

    /** Removes the files; what lies in them can be read no more. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftBehind) {
                file.toFile().deleteOnExit();
            }
        }
        files.clear();
    }
}
