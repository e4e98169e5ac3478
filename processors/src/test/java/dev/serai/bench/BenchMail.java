package dev.serai.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;

/** Mails of one size, each with text, HTML and a small attachment, and each with other words. */
final class BenchMail {
    private static final String[] WORDS = {
        "parcel",
        "delivery",
        "please",
        "when",
        "customer",
        "number",
        "arrive",
        "Monday",
        "question",
        "colour",
        "large",
        "return",
        "receipt",
        "the",
        "and",
        "for",
        "with",
        "not",
        "thank",
        "you",
        "order",
        "address",
        "again",
        "still"
    };
    private static final String FRAME = """
            Return-Path: <%1$s>
            Received: from relay.customer.example (relay.customer.example [192.0.2.7])
            \tby mx.example.com with ESMTPS id 4T%2$08d for <support@example.com>;
            \tMon, 2 Nov 2026 10:00:00 +0000
            From: Customer %2$d <%1$s>
            To: Example Support <support@example.com>
            Subject: Question number %2$d
            Date: Mon, 2 Nov 2026 10:00:00 +0000
            Message-ID: <bench-%2$d@customer.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary="inner"

            --inner
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            %3$s
            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <html><body><p>%3$s</p></body></html>
            --inner--
            --outer
            Content-Type: text/csv; name="order.csv"
            Content-Disposition: attachment; filename="order.csv"
            Content-Transfer-Encoding: 7bit

            %4$s
            --outer--
            """;

    private final int size;

    /** @param size octets of each mail, roughly */
    BenchMail(int size) {
        this.size = size;
    }

    byte[] number(int number) {
        Random random = new Random(number);
        int text = Math.max(40, (size - 1100) / 3);
        return FRAME.formatted(
                        "customer-" + number + "@customer.example", number, prose(random, text), prose(random, text))
                .replace("\n", "\r\n")
                .getBytes(US_ASCII);
    }

    private static String prose(Random random, int length) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        while (text.length() < length) {
            String word = WORDS[random.nextInt(WORDS.length)];
            line += word.length() + 1;
            text.append(word).append(line > 66 ? '\n' : ' ');
            line = line > 66 ? 0 : line;
        }
        return text.toString().strip();
    }
}
