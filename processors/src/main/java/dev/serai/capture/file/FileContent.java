package dev.serai.capture.file;

import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** The bytes of a claimed file. */
final class FileContent {
    private FileContent() {}

    /**
     * Reads all of it.
     *
     * @param before how it looked when it was found to be whole
     * @return empty when somebody still writes into it
     * @throws RefusedException when it is empty, or larger than it may be
     */
    static Optional<byte[]> read(Path file, Stamp before, long most) throws IOException {
        if (!isSame(before, Stamp.of(file))) {
            return Optional.empty();
        }
        if (before.size() == 0) {
            throw refused("the file is empty");
        }
        if (before.size() > most) {
            throw refused("the file has " + before.size() + " bytes; expected at most " + most);
        }
        byte[] bytes;
        try (InputStream stream = Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            bytes = stream.readNBytes((int) before.size() + 1);
        }
        return isSame(before, Stamp.of(file)) && bytes.length == before.size() ? Optional.of(bytes) : Optional.empty();
    }

    private static boolean isSame(Stamp before, Stamp now) {
        return before.size() == now.size() && before.modified().equals(now.modified());
    }

    private static RefusedException refused(String reason) {
        return new RefusedException(Refusal.of(Code.INVALID_REQUEST, reason));
    }
}
