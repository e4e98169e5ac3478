package dev.serai.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** A mail of a customer of its own, so that each answer tells which mail it answers. */
record CustomerMail(String customer) {

    /** So many mails that wait to be taken by a mailbox. */
    static List<CustomerMail> to(String mailbox, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new CustomerMail(mailbox + "-" + number + "@customer.example"))
                .toList();
    }

    byte[] bytes() {
        return """
                From: %1$s
                To: support@example.com
                Subject: Question of %1$s
                Message-ID: <question-%1$s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=us-ascii

                Where is my parcel?
                """.formatted(customer).replace("\n", "\r\n").getBytes(US_ASCII);
    }

    /** The digest that the store keeps of it. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
