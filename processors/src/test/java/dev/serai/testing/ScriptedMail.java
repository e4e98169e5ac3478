package dev.serai.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.EnumMap;
import java.util.Map;

/** A mail on a {@link ScriptedImap}, with what goes wrong when it is asked for. */
public final class ScriptedMail {
    /** How a mail is asked for. */
    public enum Form {
        /** BODY[] of several. */
        TOGETHER,
        /** BODY[] of this one only. */
        ALONE,
        /** A piece of BODY[]. */
        PIECES,
        /** HEADER or TEXT. */
        PARTS
    }

    /** What goes wrong. */
    public enum Spoil {
        /** NIL for a body. */
        NIL,
        /** A body without octets. */
        EMPTY,
        /** Only the first half of it. */
        HALF,
        /** The connection ends in the middle of the literal. */
        BREAK,
        /** BYE instead of an answer. */
        BYE,
        /** A FETCH line that nobody can read. */
        GARBAGE,
        /** The answer stops in the middle of the literal and never goes on. */
        HANG
    }

    final byte[] bytes;
    private final Map<Form, Spoil> spoils = java.util.Collections.synchronizedMap(new EnumMap<>(Form.class));
    private int told;

    ScriptedMail(byte[] bytes) {
        this.bytes = bytes;
        this.told = bytes.length;
    }

    /** A mail with a subject, which is also in its Message-ID. */
    public static byte[] text(String subject) {
        return ("Message-ID: <" + subject.replace(' ', '.') + "@example.org>\r\nSubject: " + subject
                        + "\r\nFrom: jo@example.org\r\n\r\nHello " + subject + "\r\n")
                .getBytes(US_ASCII);
    }

    /** Goes wrong when asked for in these forms; in all when none is named. */
    public ScriptedMail spoil(Spoil how, Form... forms) {
        for (Form form : forms.length == 0 ? Form.values() : forms) {
            spoils.put(form, how);
        }
        return this;
    }

    /** Comes well from now on. */
    public void heal() {
        spoils.clear();
    }

    /** Another RFC822.SIZE than that of its bytes. */
    public ScriptedMail told(int size) {
        told = size;
        return this;
    }

    int told() {
        return told;
    }

    /** Null when nothing goes wrong. */
    @org.jspecify.annotations.Nullable
    Spoil spoilt(Form form) {
        return spoils.get(form);
    }
}
