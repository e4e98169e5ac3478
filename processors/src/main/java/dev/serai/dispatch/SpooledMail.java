package dev.serai.dispatch;

import dev.serai.store.RawContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a mail that was written and is not yet stored. Close it when it was committed or given up.
 *
 * @param content size, digest and bytes
 * @param file where they lie; null while they are in memory
 */
record SpooledMail(RawContent content, @Nullable Path file) implements AutoCloseable {
    /** What storing it and its interaction writes, roughly, in octets. */
    long stored() {
        return content.size() + 4096;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftBehind) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
