package dev.serai.transform.bomb;

import dev.serai.transform.Scratch.Writer;
import dev.serai.transform.smime.CmsWriter;
import dev.serai.transform.tnef.TnefWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Small mails that say, or unpack to, more than anybody wants to hold. */
enum Bomb {
    HUNDRED_MESSAGES_IN_A_COMPRESSED_WINMAIL(p7m(compressedWinmail(100, pages()))),
    FORTY_MESSAGES_IN_A_COMPRESSED_WINMAIL(p7m(compressedWinmail(40, pages()))),
    MANY_WINMAILS_OF_MESSAGES_IN_MESSAGES(manyWinmails()),
    LONG_TEXTS_IN_150_COMPRESSED_PARTS(longTexts()),
    THIRTY_LEVELS_OF_TNEF(p7m(compressedWinmail(1, levels(30, 1, 200_000)))),
    TREE_OF_TNEF(p7m(compressedWinmail(1, levels(6, 5, 4000)))),
    MANY_UUENCODED_FILES(mail("text/plain", "begin 644 a\n!80\n`\nend\n".repeat(100_000))),
    LONG_UUENCODED_FILE(mail("text/plain", "begin 644 a\n" + (line() + "\n").repeat(60_000) + "`\nend\n")),
    SMIME_IN_TNEF_IN_SMIME(smimeInTnefInSmime()),
    TEXT_OF_300_MEGABYTES_COMPRESSED_TWICE(p7m(CmsWriter.compressed(p7m(CmsWriter.compressed(zeros(300)))))),
    TWENTY_MEGABYTES_IN_300_PARTS(parts(300, CmsWriter.compressed(zeros(20))));

    final byte[] mail;

    Bomb(byte[] mail) {
        this.mail = mail;
    }

    private static byte[] mail(String type, String body) {
        return ("From: a@example.org\nSubject: bomb\nContent-Type: " + type + "\n\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] p7m(byte[] cms) {
        return mail(
                "application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString(cms));
    }

    private static byte[] parts(int count, byte[] cms) {
        String part = "--b\nContent-Type: application/pkcs7-mime; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(cms) + "\n";
        return mail("multipart/mixed; boundary=b", part.repeat(count) + "--b--\n");
    }

    private static Writer zeros(int megabytes) {
        return out -> {
            out.write("Content-Type: text/plain\n\n".getBytes(StandardCharsets.US_ASCII));
            byte[] some = new byte[1_000_000];
            Arrays.fill(some, (byte) 'x');
            for (int i = 0; i < megabytes; i++) {
                out.write(some);
            }
        };
    }

    /** Each of another text, so that none is known already. */
    private static byte[] longTexts() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 150; i++) {
            String text = "Content-Type: text/plain\n\nText " + i + " " + "word and more of it ".repeat(50_000);
            byte[] one = parts(1, CmsWriter.compressed(text.getBytes(StandardCharsets.US_ASCII)));
            String part = new String(one, StandardCharsets.ISO_8859_1);
            all.writeBytes(
                    part.substring(part.indexOf("--b\n"), part.indexOf("--b--")).getBytes(StandardCharsets.ISO_8859_1));
        }
        return mail("multipart/mixed; boundary=b", all.toString(StandardCharsets.ISO_8859_1) + "--b--\n");
    }

    /** A message of 1 MB of HTML, each letter of which takes three bytes in UTF-8. */
    private static byte[] pages() {
        return new TnefWriter()
                .htmlBody("<p>" + "\u0080\u0080\u0080\u0080\u0080\u0080\u0080 ".repeat(125_000))
                .bytes();
    }

    private static byte[] compressedWinmail(int count, byte[] message) {
        return CmsWriter.compressed(out -> winmailPart(out, count, message));
    }

    private static void winmailPart(OutputStream out, int count, byte[] message) throws IOException {
        out.write(("Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: binary\n\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] head = new TnefWriter().bytes();
        byte[] one = new TnefWriter().nested("m", message).bytes();
        out.write(head);
        for (int i = 0; i < count; i++) {
            out.write(one, head.length, one.length - head.length);
        }
    }

    private static byte[] levels(int depth, int width, int text) {
        byte[] tnef = new TnefWriter().plainBody("deepest").bytes();
        for (int i = 0; i < depth; i++) {
            TnefWriter outer = new TnefWriter().plainBody("words ".repeat(text / 6));
            for (int j = 0; j < width; j++) {
                outer.nested("m" + j, tnef);
            }
            tnef = outer.bytes();
        }
        return tnef;
    }

    private static byte[] manyWinmails() {
        byte[] message = levels(3, 3, 20_000);
        return p7m(CmsWriter.compressed(out -> {
            out.write("Content-Type: multipart/mixed; boundary=w\n\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 60; i++) {
                out.write("--w\n".getBytes(StandardCharsets.US_ASCII));
                winmailPart(out, 1, message);
                out.write('\n');
            }
        }));
    }

    private static byte[] smimeInTnefInSmime() {
        byte[] mail = mail("text/plain", "innermost");
        for (int i = 0; i < 6; i++) {
            TnefWriter winmail = new TnefWriter().plainBody("level " + i).file("smime.p7m", CmsWriter.signed(mail));
            mail = mail(
                    "application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64",
                    Base64.getMimeEncoder().encodeToString(winmail.bytes()));
        }
        return p7m(CmsWriter.compressed(mail));
    }

    private static String line() {
        return "M" + "8".repeat(60);
    }
}
