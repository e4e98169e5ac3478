package dev.serai.transform;

import dev.serai.mime.RawDigest;
import dev.serai.mime.RawSource;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Takes bytes into a {@link Scratch}, digesting them on the way. */
final class ScratchOutput extends OutputStream {
    private final Scratch scratch;
    private final MessageDigest digest = RawDigest.sha256();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable OutputStream out;
    private @Nullable Path file;
    private long taken;

    ScratchOutput(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        scratch.take(length);
        taken += length;
        digest.update(bytes, offset, length);
        if (out == null && scratch.mayHold(length)) {
            memory.write(bytes, offset, length);
        } else {
            toFile().write(bytes, offset, length);
        }
    }

    private OutputStream toFile() throws IOException {
        OutputStream known = out;
        if (known == null) {
            file = scratch.newFile();
            known = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            out = known;
            memory.writeTo(known);
            scratch.giveBack(memory.size());
            memory = new ByteArrayOutputStream(0);
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** Gives the room back, after the end. */
    void discard() throws IOException {
        if (file == null) {
            scratch.giveBack(memory.size());
        }
        scratch.discard(taken, file);
    }

    /** What was taken; to be asked for once, after the end. */
    ScratchBytes bytes() throws IOException {
        RawSource source = file == null ? RawSource.of(memory.toByteArray()) : RawSource.of(file);
        return new ScratchBytes(source, RawDigest.hex(digest));
    }
}
