package dev.serai.mime;

import dev.serai.message.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * What one pass over a leaf tells.
 *
 * @param size of the decoded bytes
 * @param sha256 of the decoded bytes
 * @param head as many of the decoded bytes as were wanted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LeafContent(long size, String sha256, byte[] head) {

    /** Decodes a leaf once, keeping at most so many bytes. */
    public static LeafContent read(Content content, int wanted) throws IOException {
        MessageDigest digest = RawDigest.sha256();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 << 10];
        long size = 0;
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                head.write(buffer, 0, (int) Math.min(count, Math.max(0, wanted - size)));
                size += count;
            }
        }
        return new LeafContent(size, RawDigest.hex(digest), head.toByteArray());
    }

    boolean truncated() {
        return head.length < size;
    }
}
