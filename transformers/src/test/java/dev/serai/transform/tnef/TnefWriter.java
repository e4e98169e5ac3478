package dev.serai.transform.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes TNEF (MS-OXTNEF), as much of it as the tests need. */
final class TnefWriter {
    private static final int STRING8 = 0x1e;
    private static final int UNICODE = 0x1f;
    private static final int BINARY = 0x102;
    private static final int OBJECT = 0x0d;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TnefWriter() {
        out.writeBytes(little(6).putInt(0x223e9f78).putShort((short) 1).array());
        attribute(1, 0x00089006, little(4).putInt(0x00010000).array());
        attribute(1, 0x00069007, little(8).putInt(1252).putInt(0).array());
    }

    TnefWriter plainBody(String text) {
        return message(0x1000, UNICODE, utf16(text));
    }

    TnefWriter htmlBody(String html) {
        return message(0x1013, BINARY, html.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Compressed RTF in its uncompressed form (MS-OXRTFCP section 2.1.3.1). */
    TnefWriter rtfBody(String rtf) {
        byte[] raw = rtf.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer wrapped = little(16 + raw.length)
                .putInt(raw.length + 12)
                .putInt(raw.length)
                .putInt(0x414c454d)
                .putInt(0)
                .put(raw);
        return message(0x1009, BINARY, wrapped.array());
    }

    TnefWriter file(String shortName, String longName, String type, byte[] content) {
        startFile(shortName);
        attribute(2, 0x0006800f, content);
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        properties.writeBytes(little(4).putInt(2).array());
        property(properties, 0x3707, UNICODE, utf16(longName));
        property(properties, 0x370e, STRING8, (type + "\0").getBytes(StandardCharsets.US_ASCII));
        attribute(2, 0x00069005, properties.toByteArray());
        return this;
    }

    TnefWriter nested(String name, byte[] tnef) {
        startFile(name);
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        properties.writeBytes(little(4).putInt(1).array());
        property(
                properties,
                0x3701,
                OBJECT,
                little(16 + tnef.length)
                        .putLong(0x20307)
                        .putLong(0x46000000000000c0L)
                        .put(tnef)
                        .array());
        attribute(2, 0x00069005, properties.toByteArray());
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void startFile(String shortName) {
        attribute(2, 0x00069002, new byte[14]);
        attribute(2, 0x00018010, (shortName + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    private TnefWriter message(int id, int type, byte[] value) {
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        properties.writeBytes(little(4).putInt(1).array());
        property(properties, id, type, value);
        attribute(1, 0x00069003, properties.toByteArray());
        return this;
    }

    private static void property(ByteArrayOutputStream to, int id, int type, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        to.writeBytes(little(12 + padded)
                .putShort((short) type)
                .putShort((short) id)
                .putInt(1)
                .putInt(value.length)
                .put(value)
                .array());
    }

    private void attribute(int level, int tag, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        out.writeBytes(little(11 + data.length)
                .put((byte) level)
                .putInt(tag)
                .putInt(data.length)
                .put(data)
                .putShort((short) sum)
                .array());
    }

    private static byte[] utf16(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_16LE);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
