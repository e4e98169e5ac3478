package dev.serai.transform.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes a list of properties (MS-OXTNEF section 2.1.3.4). */
final class PropertyWriter {
    static final int LONG = 0x03;
    static final int OBJECT = 0x0d;
    static final int STRING8 = 0x1e;
    static final int UNICODE = 0x1f;
    static final int TIME = 0x40;
    static final int BINARY = 0x102;
    static final byte[] APPOINTMENT = guid(0x00062002);

    private static final byte[] MESSAGE_INTERFACE = guid(0x00020307);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int count;

    private static byte[] guid(int start) {
        return little(16).putInt(start).putInt(0).putLong(0x46000000000000c0L).array();
    }

    PropertyWriter text(int id, String value) {
        return variable(id, UNICODE, (value + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    PropertyWriter text8(int id, String value, Charset charset) {
        return variable(id, STRING8, (value + "\0").getBytes(charset));
    }

    PropertyWriter binary(int id, byte[] value) {
        return variable(id, BINARY, value);
    }

    PropertyWriter number(int id, int value) {
        return fixed(id, LONG, little(4).putInt(value).array());
    }

    PropertyWriter time(int id, Instant value) {
        return fixed(id, TIME, ticks(value));
    }

    /** A property of a named set, with a time or a text. */
    PropertyWriter named(byte[] set, int number, Object value) {
        boolean time = value instanceof Instant;
        start(0x8000 + count, time ? TIME : UNICODE);
        out.writeBytes(set);
        out.writeBytes(little(8).putInt(0).putInt(number).array());
        if (value instanceof Instant moment) {
            out.writeBytes(ticks(moment));
        } else {
            value((value + "\0").getBytes(StandardCharsets.UTF_16LE));
        }
        return this;
    }

    /** A message within, with the id of its interface in front. */
    PropertyWriter message(int id, byte[] tnef) {
        return object(id, MESSAGE_INTERFACE, tnef);
    }

    PropertyWriter object(int id, byte[] interfaceId, byte[] content) {
        return variable(
                id,
                OBJECT,
                little(16 + content.length).put(interfaceId).put(content).array());
    }

    PropertyWriter fixed(int id, int type, byte[] value) {
        start(id, type);
        out.writeBytes(value);
        return this;
    }

    /** Several values of one property. */
    PropertyWriter texts(int id, String... values) {
        start(id, 0x1000 | UNICODE);
        out.writeBytes(little(4).putInt(values.length).array());
        for (String value : values) {
            sized((value + "\0").getBytes(StandardCharsets.UTF_16LE));
        }
        return this;
    }

    PropertyWriter variable(int id, int type, byte[] value) {
        start(id, type);
        value(value);
        return this;
    }

    byte[] bytes() {
        return little(4 + out.size()).putInt(count).put(out.toByteArray()).array();
    }

    private void start(int id, int type) {
        count++;
        out.writeBytes(little(4).putShort((short) type).putShort((short) id).array());
    }

    private void value(byte[] value) {
        out.writeBytes(little(4).putInt(1).array());
        sized(value);
    }

    private void sized(byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        out.writeBytes(little(4 + padded).putInt(value.length).put(value).array());
    }

    private static byte[] ticks(Instant value) {
        return little(8)
                .putLong(value.getEpochSecond() * 10_000_000 + 116_444_736_000_000_000L)
                .array();
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
