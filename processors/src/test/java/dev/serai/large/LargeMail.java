package dev.serai.large;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/**
 * A mail in a file with a small text and one large attachment of random bytes.
 *
 * @param sha256 of the mail
 * @param attachment SHA-256 of the attachment's bytes
 */
record LargeMail(Path file, String sha256, String attachment) {
    private static final int MEGABYTE = 1_000_000;

    /** Writes one whose attachment has so many megabytes; the mail is a third larger. */
    static LargeMail write(Path folder, String name, int megabytes) throws IOException {
        return writeBytes(folder, name, megabytes * MEGABYTE);
    }

    /** Writes one whose attachment has so many bytes. */
    static LargeMail writeBytes(Path folder, String name, int bytes) throws IOException {
        Path file = folder.resolve(name + ".eml");
        DigestOutputStream mail =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest());
        MessageDigest attachment = digest();
        try (mail) {
            mail.write(head(name).getBytes(US_ASCII));
            OutputStream encoder = Base64.getMimeEncoder().wrap(new Unclosed(mail));
            Random random = new Random(name.hashCode());
            byte[] piece = new byte[10_000];
            for (int i = 0; i < bytes; i += piece.length) {
                random.nextBytes(piece);
                attachment.update(piece);
                encoder.write(piece);
            }
            encoder.close();
            mail.write("\r\n--b--\r\n".getBytes(US_ASCII));
        }
        return new LargeMail(file, hex(mail.getMessageDigest()), hex(attachment));
    }

    /** The same mail but for one line on top, in the place of the file. */
    LargeMail again(int number) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Path other = file.resolveSibling("again.eml");
        Files.write(other, ("X-Number: " + number + "\r\n").getBytes(US_ASCII));
        Files.write(other, bytes, java.nio.file.StandardOpenOption.APPEND);
        return new LargeMail(other, sha256, attachment);
    }

    private static String head(String name) {
        return """
                From: Jo Doe <%1$s@customer.example>
                To: support@example.com
                Subject: Plans %1$s
                Message-ID: <%1$s@customer.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=us-ascii

                Here are the plans that you asked for.
                --b
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="plans.bin"

                """.formatted(name).replace("\n", "\r\n");
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Stays open when the encoder on it is closed. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
