package dev.serai.capture.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A folder cannot be used as it must be; the message is a sentence for operators. */
final class FolderTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    FolderTrouble(String sentence) {
        super(sentence);
    }

    private FolderTrouble(String sentence, IOException cause) {
        super(sentence, cause);
    }

    /** @param doing what was tried, such as {@code cannot make the folder /srv/a} */
    static FolderTrouble of(String doing, IOException failure) {
        return failure instanceof FolderTrouble told
                ? told
                : new FolderTrouble(doing + ": " + reason(failure), failure);
    }

    /** What happened, in words. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    private static String reason(IOException failure) {
        if (failure instanceof AtomicMoveNotSupportedException) {
            return "it is on another file system, where a file cannot be moved in one step; all folders of a point but"
                    + " notification must be on the file system of inbound";
        }
        if (failure instanceof AccessDeniedException) {
            return "the hub has no permission";
        }
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        String reason = failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(failure.getMessage());
        return SafeName.printable(reason);
    }
}
