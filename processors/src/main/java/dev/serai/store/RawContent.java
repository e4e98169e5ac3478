package dev.serai.store;

import dev.serai.mime.RangeStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Bytes about to be stored: in memory when small, in a spool file when not. May be read several times. */
public final class RawContent {
    private final Opener opener;
    private final long size;
    private final String sha256;

    private RawContent(Opener opener, long size, String sha256) {
        this.opener = opener;
        this.size = size;
        this.sha256 = sha256;
    }

    public static RawContent of(byte[] bytes) {
        return new RawContent(() -> new java.io.ByteArrayInputStream(bytes), bytes.length, hex(digest().digest(bytes)));
    }

    /** The bytes of a file, which must stay until the commit. */
    public static RawContent of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return of(file, digest.digest());
    }

    /** The same, of which the digest (SHA-256) is known. */
    public static RawContent of(Path file, byte[] sha256) throws IOException {
        return new RawContent(() -> Files.newInputStream(file), Files.size(file), hex(sha256));
    }

    /** Bytes that lie elsewhere until the commit, of which size and digest (lower-case hex) are known. */
    public static RawContent of(long size, String sha256, Opener opener) {
        return new RawContent(opener, size, sha256);
    }

    public long size() {
        return size;
    }

    /** SHA-256 as lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** Bytes from an offset; what lies behind the end is left out. */
    public InputStream open(long from, long length) throws IOException {
        InputStream in = opener.open();
        in.skipNBytes(Math.min(from, size));
        return new RangeStream(in, length);
    }

    void eachChunk(int chunkSize, Consumer<byte[]> consumer) {
        try (InputStream in = opener.open()) {
            for (byte[] chunk = in.readNBytes(chunkSize); chunk.length > 0; chunk = in.readNBytes(chunkSize)) {
                consumer.accept(chunk);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An empty SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Opens the bytes from the start. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
