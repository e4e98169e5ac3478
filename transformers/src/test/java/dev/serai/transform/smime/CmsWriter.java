package dev.serai.transform.smime;

import dev.serai.transform.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes cryptographic messages (RFC 5652) as senders do, but for the cryptography. */
public final class CmsWriter {
    private static final String SIGNED = "2a864886f70d010702";
    private static final String COMPRESSED = "2a864886f70d0109100109";
    private static final String ENVELOPED = "2a864886f70d010703";
    private static final String DATA = "2a864886f70d010701";
    private static final byte[] END = {0, 0};

    private CmsWriter() {}

    /** Signed by nobody, every length told. */
    public static byte[] signed(byte[] content) {
        return message(SIGNED, signedData(element(0x04, content)));
    }

    /** Signed by nobody, lengths untold and the content in pieces of so many bytes, as big ones are. */
    static byte[] signedInPieces(byte[] content, int piece) {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += piece) {
            pieces.writeBytes(element(0x04, Arrays.copyOfRange(content, at, Math.min(content.length, at + piece))));
        }
        byte[] octets = open(0x24, pieces.toByteArray());
        byte[] capsule = open(0x30, oid(DATA), open(0xa0, octets));
        byte[] signed = open(0x30, element(0x02, new byte[] {1}), element(0x31), capsule, element(0x31));
        return open(0x30, oid(SIGNED), open(0xa0, signed));
    }

    public static byte[] compressed(byte[] content) {
        return compressed(out -> out.write(content));
    }

    /** What a writer writes, compressed. */
    public static byte[] compressed(Scratch.Writer content) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(small, new Deflater(Deflater.BEST_SPEED))) {
            content.writeTo(deflater);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return message(COMPRESSED, signedData(element(0x04, small.toByteArray())));
    }

    /** Nothing but what says that it is encrypted. */
    static byte[] enveloped() {
        return message(ENVELOPED, element(0x30, element(0x02, new byte[] {0})));
    }

    private static byte[] signedData(byte[] octets) {
        byte[] capsule = element(0x30, oid(DATA), element(0xa0, octets));
        return element(0x30, element(0x02, new byte[] {1}), element(0x31), capsule, element(0x31));
    }

    private static byte[] message(String type, byte[] content) {
        return element(0x30, oid(type), element(0xa0, content));
    }

    private static byte[] oid(String hex) {
        return element(0x06, HexFormat.of().parseHex(hex));
    }

    private static byte[] element(int tag, byte[]... contents) {
        byte[] content = joined(contents);
        byte[] head = {
            (byte) tag,
            (byte) 0x84,
            (byte) (content.length >> 24),
            (byte) (content.length >> 16),
            (byte) (content.length >> 8),
            (byte) content.length
        };
        return joined(head, content);
    }

    private static byte[] open(int tag, byte[]... contents) {
        return joined(new byte[] {(byte) tag, (byte) 0x80}, joined(contents), END);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] text(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
