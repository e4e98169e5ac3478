package dev.serai.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks mail in the ways that wires, disks and gateways break it; the same seed breaks it the same way. */
final class Mutator {
    private static final int MOST_WOUNDS = 4;
    private static final int LONGEST_REPEAT = 20_000;
    private static final List<String> NASTY = List.of(
            "Content-Type: multipart/mixed; boundary=\"\"\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Type: text/plain; charset=\"utf-16\"\r\n",
            "Content-Disposition: attachment; filename*0*=utf-8''%ff%; filename*2=b\r\n",
            "Subject: =?utf-8?q?=ff=?= =?x?b?====?=\r\n",
            "From: ((((<<<<@,;:\"\r\n",
            "Date: Fri, 99 Foo 99999999999 99:99:99 +9999\r\n");

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /** One to four wounds; of several mails one is the patient and another gives pieces. */
    byte[] wound(List<byte[]> mails) {
        byte[] mail = any(mails);
        int wounds = 1 + random.nextInt(MOST_WOUNDS);
        for (int i = 0; i < wounds; i++) {
            mail = once(mail, any(mails));
        }
        return mail;
    }

    private byte[] any(List<byte[]> mails) {
        return mails.get(random.nextInt(mails.size()));
    }

    private byte[] once(byte[] mail, byte[] donor) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> flip(mail);
            case 2 -> Arrays.copyOf(mail, at(mail));
            case 3, 4 -> doubleLine(mail);
            case 5 -> splice(mail, new byte[0]);
            case 6 -> splice(mail, Arrays.copyOfRange(donor, at(donor), donor.length));
            case 7 -> insert(mail, noise());
            case 8 -> insertAtLine(mail, NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.US_ASCII));
            default -> insert(mail, repeat(mail));
        };
    }

    private byte[] flip(byte[] mail) {
        byte[] flipped = mail.clone();
        int bytes = mail.length == 0 ? 0 : 1 + random.nextInt(Math.max(1, mail.length / 50));
        for (int i = 0; i < bytes; i++) {
            flipped[random.nextInt(mail.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    /** Often a header, since headers come first and are short. */
    private byte[] doubleLine(byte[] mail) {
        List<Integer> starts = lineStarts(mail);
        int line = random.nextInt(Math.min(starts.size(), 40));
        int from = starts.get(line);
        int to = line + 1 < starts.size() ? starts.get(line + 1) : mail.length;
        byte[] doubled = Arrays.copyOfRange(mail, from, to);
        return join(mail, starts.get(random.nextInt(Math.min(starts.size(), 40))), doubled);
    }

    /** Cuts something out and puts something else in its place. */
    private byte[] splice(byte[] mail, byte[] piece) {
        int from = at(mail);
        int to = Math.min(mail.length, from + at(mail) / 2);
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(mail, 0, from);
        spliced.writeBytes(piece);
        spliced.write(mail, to, mail.length - to);
        return spliced.toByteArray();
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    /** A piece of the mail, again and again. */
    private byte[] repeat(byte[] mail) {
        int from = at(mail);
        byte[] piece = Arrays.copyOfRange(mail, from, Math.min(mail.length, from + 1 + random.nextInt(60)));
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        while (piece.length > 0 && repeated.size() < LONGEST_REPEAT) {
            repeated.writeBytes(piece);
        }
        return repeated.toByteArray();
    }

    private byte[] insert(byte[] mail, byte[] piece) {
        return join(mail, at(mail), piece);
    }

    private byte[] insertAtLine(byte[] mail, byte[] piece) {
        List<Integer> starts = lineStarts(mail);
        return join(mail, starts.get(random.nextInt(starts.size())), piece);
    }

    private static byte[] join(byte[] mail, int at, byte[] piece) {
        byte[] joined = new byte[mail.length + piece.length];
        System.arraycopy(mail, 0, joined, 0, at);
        System.arraycopy(piece, 0, joined, at, piece.length);
        System.arraycopy(mail, at, joined, at + piece.length, mail.length - at);
        return joined;
    }

    private static List<Integer> lineStarts(byte[] mail) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < mail.length; i++) {
            if (mail[i] == '\n' && i + 1 < mail.length) {
                starts.add(i + 1);
            }
        }
        return starts;
    }

    private int at(byte[] mail) {
        return mail.length == 0 ? 0 : random.nextInt(mail.length);
    }
}
