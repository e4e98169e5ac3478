package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BeginningTest {
    private static final String MAIL = """
            From: jo@example.org
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: application/octet-stream; name=a.bin
            Content-Transfer-Encoding: base64

            eJ8+IgEAAAECAwQFBgcICQoLDA0ODw==
            --b--
            """;

    @Test
    void firstBytesOfAnAttachmentShouldBeKnownWithoutAnotherRead() throws IOException {
        Counted source = new Counted(MAIL.getBytes(StandardCharsets.US_ASCII));
        MailMessage message = new MimeReader().read(source);
        int before = source.opened.get();

        byte[] beginning = message.attachments().get(0).content().beginning();

        assertThat(beginning).hasSize(16).startsWith(0x78, 0x9f, 0x3e, 0x22);
        assertThat(source.opened).hasValue(before);
    }

    private record Counted(RawSource bytes, AtomicInteger opened) implements RawSource {
        Counted(byte[] mail) {
            this(RawSource.of(mail), new AtomicInteger());
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public InputStream open(long from, long length) throws IOException {
            opened.incrementAndGet();
            return bytes.open(from, length);
        }
    }
}
