package dev.serai.dispatch;

import dev.serai.store.RawContent;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Takes a mail's bytes: up to 1 MiB in memory, from then on in a file of its own. */
final class Spool extends OutputStream {
    private static final int IN_MEMORY = 1 << 20;

    private final Path folder;
    private final MessageDigest digest = RawContent.digest();
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(8192);
    private @Nullable Path file;
    private @Nullable OutputStream out;

    Spool(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        if (out == null && memory.size() + length > IN_MEMORY) {
            spill();
        }
        (out == null ? memory : out).write(bytes, offset, length);
    }

    private void spill() throws IOException {
        Files.createDirectories(folder);
        file = Files.createTempFile(folder, "outbound-", ".eml");
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        memory.writeTo(out);
        memory = new ByteArrayOutputStream(0);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** What was taken; a file must stay until the commit. */
    RawContent content() throws IOException {
        return file == null ? RawContent.of(memory.toByteArray()) : RawContent.of(file, digest);
    }

    /** The file; null while memory was enough. */
    @Nullable
    Path file() {
        return file;
    }
}
