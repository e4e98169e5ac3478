package dev.serai.transform.smime;

import java.io.ByteArrayOutputStream;

/** Writes the one form that certificates are handed on in (X.690 section 10). */
final class Der {
    private Der() {}

    /** A sequence around its content. */
    static byte[] sequence(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
        out.write(0x30);
        out.write(0x83);
        out.write(content.length >> 16);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
