package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** HZ (RFC 1843): Chinese in seven bits, between a tilde with an opening and one with a closing brace; Java does not know it. */
final class Hz {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private Hz() {}

    static String decode(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            int next = i + 1 < bytes.length ? bytes[i + 1] : -1;
            if (bytes[i] == '~' && (next == '{' || next == '}')) {
                chinese = next == '{';
                i++;
            } else if (chinese && bytes[i] > ' ' && next > ' ') {
                out.write(bytes[i] | 0x80);
                out.write(next | 0x80);
                i++;
            } else if (bytes[i] == '~' && (next == '~' || next == '\n')) {
                out.writeBytes(next == '~' ? new byte[] {'~'} : new byte[0]);
                i++;
            } else {
                chinese &= bytes[i] != '\n';
                out.write(bytes[i]);
            }
        }
        return out.toString(CHINESE);
    }
}
