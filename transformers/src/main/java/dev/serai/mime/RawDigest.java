package dev.serai.mime;

import dev.serai.message.Content;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the bytes of a mail as they came. */
public final class RawDigest {
    private RawDigest() {}

    /** The digest in lower-case hex, 64 characters. */
    public static String of(RawSource source) throws IOException {
        return of((Content) source::open);
    }

    /** The same of any content. */
    public static String of(Content content) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[16 << 10];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return hex(digest);
    }

    /** An empty SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What was digested, in lower-case hex, 64 characters. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
