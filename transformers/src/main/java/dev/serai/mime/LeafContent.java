package dev.serai.mime;

import dev.serai.message.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What one pass over a leaf tells.
 *
 * @param size of the decoded bytes
 * @param sha256 of the decoded bytes
 * @param head as many of the decoded bytes as were wanted, and its beginning at least
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LeafContent(long size, String sha256, byte[] head) {

    /** Decodes a leaf once, keeping so many bytes, and {@value Content#BEGINNING} at least. */
    public static LeafContent read(Content content, int wanted) throws IOException {
        int most = Math.max(wanted, Content.BEGINNING);
        MessageDigest digest = RawDigest.sha256();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 << 10];
        long size = 0;
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                head.write(buffer, 0, (int) Math.min(count, Math.max(0, most - size)));
                size += count;
            }
        }
        return new LeafContent(size, RawDigest.hex(digest), head.toByteArray());
    }

    /** As {@link Content#beginning}. */
    byte[] beginning() {
        return Arrays.copyOf(head, Math.min(head.length, Content.BEGINNING));
    }

    boolean truncated() {
        return head.length < size;
    }
}
