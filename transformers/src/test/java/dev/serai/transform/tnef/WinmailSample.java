package dev.serai.transform.tnef;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How {@code samples/winmail.eml} came to be: what Outlook sends when it thinks that everybody has Outlook. */
final class WinmailSample {
    private static final String MAIL = """
            Date: Fri, 20 Nov 2026 20:14:55 +0100
            From: Walter Huber <walter.huber@bau.example.net>
            To: support@example.com
            Subject: Offer for the lamps in the hall
            Message-ID: <winmail-20261120@bau.example.net>
            X-MS-TNEF-Correlator: <winmail-20261120@bau.example.net>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="tnef-77"

            --tnef-77
            Content-Type: text/plain; charset=us-ascii


            --tnef-77
            Content-Type: application/ms-tnef; name="winmail.dat"
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename="winmail.dat"

            %s
            --tnef-77--
            """;

    private WinmailSample() {}

    static byte[] tnef() {
        return new TnefWriter()
                .plainBody("Hello,\r\n\r\nplease send us an offer for the lamps in the attached list. "
                        + "We need them before Christmas.\r\n\r\nWalter Huber\r\n")
                .file(
                        "LAMPSF~1.CSV",
                        "Lamps for the hall – Größen.csv",
                        "text/csv",
                        "lamp;count\r\nAurora 60;12\r\nBorealis 40;4\r\n".getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }

    static byte[] mail() {
        String encoded = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(tnef());
        return MAIL.formatted(encoded + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
