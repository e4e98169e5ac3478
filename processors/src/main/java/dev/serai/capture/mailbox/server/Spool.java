package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder where large mails lie between fetch and commit; one process owns it. */
public final class Spool {
    /**
     * Mails above this size are spooled: 480 KiB. Up to half a region of G1, which is 1 MiB in heaps below 4 GiB, an array lies
     * among the small ones; a larger one is never moved, and some dozens of them leave no room for anything as large.
     */
    public static final long THRESHOLD = 480L << 10;

    /** Who sends so much more than told sends on and on: 32 MiB. */
    static final long EXCESS = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final String PREFIX = "mail-";
    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /** Removes what a crash left behind: nothing of it was acknowledged. */
    public void clear() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
                left.forEach(Spool::delete);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("the spool folder " + folder + " cannot be used", unusable);
        }
    }

    Path newFile() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, PREFIX, ".eml");
    }

    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("spool file cannot be deleted file={}", file.getFileName());
        }
    }
}
