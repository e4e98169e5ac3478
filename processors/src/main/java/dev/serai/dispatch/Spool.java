package dev.serai.dispatch;

import dev.serai.store.RawContent;
import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    private long size;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** Writes a mail. */
    interface Filling {
        void fill(Spool mail) throws IOException, MessagingException;
    }

    /**
     * A mail as it was written; nothing of one that could not be is left behind.
     *
     * @throws IllegalArgumentException when it cannot be composed of what it is to say
     * @throws UncheckedIOException when something cannot be read, or there is no room
     */
    static SpooledMail filled(Path folder, Filling filling) {
        Spool mail = new Spool(folder);
        try {
            try (mail) {
                filling.fill(mail);
            }
            return mail.taken();
        } catch (IOException failed) {
            mail.discard();
            throw new UncheckedIOException("the mail cannot be composed: " + failed.getMessage(), failed);
        } catch (MessagingException failed) {
            mail.discard();
            throw new IllegalArgumentException("the mail cannot be composed: " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            mail.discard();
            throw failed;
        }
    }

    /** Octets so far. */
    long size() {
        return size;
    }

    private void discard() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
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

    private SpooledMail taken() throws IOException {
        Path spilled = file;
        return spilled == null
                ? new SpooledMail(RawContent.of(memory.toByteArray()), null)
                : new SpooledMail(RawContent.of(spilled, digest.digest()), spilled);
    }
}
