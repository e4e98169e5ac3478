package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Content;
import dev.serai.mime.RawDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestInputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A winmail.dat that is larger than what anybody wants to hold. */
class LargeTnefTest {
    private static final int SIZE = 100 << 20;

    @Test
    void fileOf100MegabytesShouldBeARangeOfIt() throws Exception {
        TnefMessage found = TnefReader.read(winmail(SIZE), new MemoryLeft());

        assertThat(found.damaged).isFalse();
        assertThat(found.files).singleElement().satisfies(file -> {
            TnefPart content = file.content();
            assertThat(content).isNotNull();
            assertThat(content.size()).isEqualTo(SIZE);
            assertThat(digest(content.content())).isEqualTo(content.sha256()).isEqualTo(digest(() -> zeros(SIZE)));
        });
    }

    @Test
    void p31_fileThatIsCutOffShouldKeepItsStart() throws Exception {
        Content whole = winmail(SIZE);
        TnefMessage found =
                TnefReader.read(() -> new ByteArrayInputStream(whole.open().readNBytes(5000)), new MemoryLeft());

        assertThat(found.damaged).isTrue();
        assertThat(found.files)
                .singleElement()
                .satisfies(file -> assertThat(file.content())
                        .isNotNull()
                        .extracting(TnefPart::size)
                        .satisfies(size -> assertThat(size).isBetween(4500L, 5000L)));
    }

    @Test
    void textThatIsTooLongShouldBeLeftOutAndSaid() throws Exception {
        byte[] winmail = new TnefWriter()
                .plainBody("x".repeat(4 << 20))
                .file("a.txt", "a.txt", "text/plain", new byte[] {65})
                .bytes();

        TnefMessage found = TnefReader.read(Content.of(winmail), new MemoryLeft());

        assertThat(found.skipped).isTrue();
        assertThat(found.text(Tag.BODY)).isNull();
        assertThat(found.files).hasSize(1);
    }

    /** The start of one with a small file, whose length is made large and whose bytes are made up while they are read. */
    private static Content winmail(int size) {
        byte[] start = new TnefWriter()
                .file("plan.bin", "plan.bin", "application/octet-stream", new byte[0])
                .bytes();
        int tag = find(start, new byte[] {2, 0x0f, (byte) 0x80, 6, 0});
        byte[] head = java.util.Arrays.copyOf(start, tag + 9);
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(tag + 5, size);
        byte[] rest = java.util.Arrays.copyOfRange(start, tag + 9, start.length);
        return () -> new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), zeros(size), new ByteArrayInputStream(rest))));
    }

    private static int find(byte[] in, byte[] wanted) {
        return new String(in, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(new String(wanted, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(length, left);
                java.util.Arrays.fill(into, offset, offset + count, (byte) 0);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
    }

    private static String digest(Content content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content.open(), RawDigest.sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return RawDigest.hex(in.getMessageDigest());
        }
    }
}
