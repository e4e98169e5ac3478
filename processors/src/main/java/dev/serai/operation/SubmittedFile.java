package dev.serai.operation;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.store.RawContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file that comes with a new interaction and becomes its attachment. */
public record SubmittedFile(AttachmentInfo info, RawContent content) {

    /**
     * Reads it once for its digest.
     *
     * @param name a leaf file name
     * @param bytes must stay until the commit
     * @throws IOException when it cannot be read
     */
    public static SubmittedFile of(String name, String contentType, long size, RawContent.Opener bytes)
            throws IOException {
        String sha256 = sha256(bytes);
        return new SubmittedFile(
                new AttachmentInfo(name, contentType, size, false, null, sha256), RawContent.of(size, sha256, bytes));
    }

    private static String sha256(RawContent.Opener bytes) throws IOException {
        MessageDigest digest = RawContent.digest();
        try (InputStream in = new DigestInputStream(bytes.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
