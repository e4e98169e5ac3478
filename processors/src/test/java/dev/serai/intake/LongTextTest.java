package dev.serai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.kind.KindDetector;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.text.NewText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {
    private static final int SIZE = 100 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html"})
    void p51_textOf100MegabytesShouldBeCutWithAWarning(String type) throws IOException {
        MailMessage mail = new MimeReader().read(new Made("Content-Type: " + type + "\r\n\r\n"));

        var content = ContentOf.mail(mail, mail, new KindDetector().detect(mail), NewText.of(mail.text()));

        assertThat(content.text()).hasSize(ContentOf.TEXT_LIMIT);
        assertThat(content.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("only its start was read"))
                .anySatisfy(warning -> assertThat(warning).contains("the first 500000 were kept"));
    }

    /** A head and so many letters behind it that are made up while they are read. */
    private record Made(String head) implements RawSource {
        @Override
        public long size() {
            return head.length() + SIZE;
        }

        @Override
        public InputStream open(long from, long length) throws IOException {
            InputStream all = new SequenceInputStream(
                    new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)), new Letters());
            all.skipNBytes(from);
            return all;
        }
    }

    private static final class Letters extends InputStream {
        private int left = SIZE;

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
