package dev.serai.transform.tnef;

import dev.serai.message.Content;
import dev.serai.mime.RangeStream;
import dev.serai.mime.RawDigest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The bytes of a file in a winmail.dat.
 *
 * @param sha256 lower-case hex
 * @param isTnef whether it begins as a winmail.dat does
 */
record TnefPart(long size, String sha256, Content content, boolean isTnef) {
    /** Bytes of its own. */
    static TnefPart of(byte[] bytes) {
        MessageDigest digest = RawDigest.sha256();
        digest.update(bytes);
        return new TnefPart(bytes.length, RawDigest.hex(digest), Content.of(bytes), TnefSign.isOf(bytes));
    }

    /** The same, not to be opened. */
    TnefPart closed() {
        return new TnefPart(size, sha256, content, false);
    }

    /**
     * A range of the winmail.dat, from where the stream stands; it is read once for its digest, and kept nowhere.
     *
     * @throws TnefStream.Cut when the winmail.dat ends before the range does
     */
    static TnefPart measured(Content whole, TnefStream in, long size) throws IOException {
        long from = in.position();
        MessageDigest digest = RawDigest.sha256();
        byte[] start = in.readNBytes((int) Math.min(TnefSign.LENGTH, size));
        digest.update(start);
        byte[] piece = new byte[8 << 10];
        for (long left = size - start.length; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new TnefStream.Cut();
            }
            digest.update(piece, 0, read);
            left -= read;
        }
        return new TnefPart(size, RawDigest.hex(digest), () -> range(whole, from, size), TnefSign.isOf(start));
    }

    private static InputStream range(Content whole, long from, long size) throws IOException {
        InputStream in = whole.open();
        in.skipNBytes(from);
        return new RangeStream(in, size);
    }
}
