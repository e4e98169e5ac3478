package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void traceHeadersAndEncodingShouldNotChangeTheContentDigest() {
        String one = ContentDigest.of(Mails.read("Message-ID: <a@b>", "From: jo@x.org", "Subject: s", "", "Größe"));
        String two = ContentDigest.of(Mails.read(
                "Received: by mx2",
                "Delivered-To: sales@example.com",
                "Message-ID: <a@b>",
                "From: Jo <jo@x.org>",
                "Subject: =?utf-8?Q?s?=",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Gr=C3=B6=C3=9Fe"));
        assertThat(one).isEqualTo(two).hasSize(64);
    }

    @Test
    void anotherTextShouldChangeTheContentDigest() {
        assertThat(ContentDigest.of(Mails.read("Message-ID: <a@b>", "", "one")))
                .isNotEqualTo(ContentDigest.of(Mails.read("Message-ID: <a@b>", "", "two")));
    }

    @Test
    void rawDigestShouldBeSha256() throws IOException {
        assertThat(RawDigest.of(RawSource.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
