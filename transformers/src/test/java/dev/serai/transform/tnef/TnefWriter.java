package dev.serai.transform.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Writes TNEF (MS-OXTNEF), sound or not. */
public final class TnefWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public TnefWriter() {
        this(1252);
    }

    TnefWriter(int codePage) {
        out.writeBytes(
                PropertyWriter.little(6).putInt(0x223e9f78).putShort((short) 1).array());
        attribute(1, 0x00089006, PropertyWriter.little(4).putInt(0x00010000).array());
        attribute(
                1,
                0x00069007,
                PropertyWriter.little(8).putInt(codePage).putInt(0).array());
    }

    public TnefWriter plainBody(String text) {
        return properties(list -> list.text(0x1000, text));
    }

    public TnefWriter htmlBody(String html) {
        return properties(list -> list.binary(0x1013, html.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Compressed RTF in its uncompressed form (MS-OXRTFCP section 2.1.3.1). */
    TnefWriter rtfBody(String rtf) {
        return properties(list -> list.binary(0x1009, stored(rtf)));
    }

    private static byte[] stored(String rtf) {
        byte[] raw = rtf.getBytes(StandardCharsets.ISO_8859_1);
        return PropertyWriter.little(16 + raw.length)
                .putInt(raw.length + 12)
                .putInt(raw.length)
                .putInt(0x414c454d)
                .putInt(0)
                .put(raw)
                .array();
    }

    /** Properties of the message. */
    TnefWriter properties(UnaryOperator<PropertyWriter> list) {
        return attribute(1, 0x00069003, list.apply(new PropertyWriter()).bytes());
    }

    TnefWriter file(String shortName, String longName, String type, byte[] content) {
        startFile(shortName);
        attribute(2, 0x0006800f, content);
        return fileProperties(list -> list.text(0x3707, longName).text8(0x370e, type, StandardCharsets.US_ASCII));
    }

    /** A file with an old attribute for its name, and nothing else. */
    public TnefWriter file(String title, byte[] content) {
        startFile(title);
        return attribute(2, 0x0006800f, content);
    }

    public TnefWriter nested(String name, byte[] tnef) {
        startFile(name);
        return fileProperties(list -> list.number(0x3705, 5).message(0x3701, tnef));
    }

    TnefWriter startFile() {
        return attribute(2, 0x00069002, new byte[14]);
    }

    private void startFile(String title) {
        startFile();
        attribute(2, 0x00018010, (title + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    TnefWriter fileProperties(UnaryOperator<PropertyWriter> list) {
        return attribute(2, 0x00069005, list.apply(new PropertyWriter()).bytes());
    }

    /** People that it is sent to: name, address, kind (1 To, 2 Cc). */
    TnefWriter recipients(Object[]... people) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        rows.writeBytes(PropertyWriter.little(4).putInt(people.length).array());
        for (Object[] one : people) {
            rows.writeBytes(new PropertyWriter()
                    .text(0x3001, (String) one[0])
                    .text(0x39fe, (String) one[1])
                    .number(0x0c15, (Integer) one[2])
                    .bytes());
        }
        return attribute(1, 0x00069004, rows.toByteArray());
    }

    TnefWriter attribute(int level, int tag, byte[] data) {
        return attribute(level, tag, data.length, data, sum(data));
    }

    /** An attribute that may lie about its length and its checksum. */
    TnefWriter attribute(int level, int tag, int length, byte[] data, int checksum) {
        return raw(PropertyWriter.little(11 + data.length)
                .put((byte) level)
                .putInt(tag)
                .putInt(length)
                .put(data)
                .putShort((short) checksum));
    }

    static int sum(byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        return sum;
    }

    private TnefWriter raw(ByteBuffer bytes) {
        out.writeBytes(bytes.array());
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
