package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TnefDamageTest {
    private static final byte[] CONTENT = "lamp;count\r\n".repeat(20).getBytes(StandardCharsets.US_ASCII);
    private static final String DAMAGED = "A winmail.dat is damaged; what could be read was taken.";

    @Test
    void p31_everyCutShouldYieldWhatStandsBeforeIt() throws Exception {
        byte[] whole = sample();
        int fileAt = new TnefWriter().plainBody("Good morning").bytes().length + 200;
        for (int length = 4; length < whole.length; length++) {
            MailMessage message = Opened.of(Arrays.copyOf(whole, length));
            if (length >= fileAt) {
                assertThat(message.text()).as("cut at %d", length).isEqualTo("Good morning");
                assertThat(message.attachments().size()).isGreaterThan(1);
            }
        }
    }

    @Test
    void p31_cutInsideAFileShouldKeepItsStart() throws Exception {
        byte[] whole = new TnefWriter()
                .plainBody("Good morning")
                .file("a.csv", CONTENT)
                .bytes();
        MailMessage message = Opened.of(Arrays.copyOf(whole, whole.length - 42));
        assertThat(Opened.bytes(message, 1)).isEqualTo(Arrays.copyOf(CONTENT, CONTENT.length - 40));
        assertThat(message.warnings()).contains(DAMAGED);
    }

    @Test
    void p31_garbageShouldBeSteppedOver() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new TnefWriter().plainBody("Good morning").bytes());
        bytes.writeBytes("garbage in between".getBytes(StandardCharsets.US_ASCII));
        byte[] head = new TnefWriter().bytes();
        byte[] file = new TnefWriter().file("a.csv", CONTENT).bytes();
        bytes.write(file, head.length, file.length - head.length);
        bytes.writeBytes("and at the end".getBytes(StandardCharsets.US_ASCII));
        MailMessage message = Opened.of(bytes.toByteArray());
        assertThat(message.text()).isEqualTo("Good morning");
        assertThat(Opened.bytes(message, 1)).isEqualTo(CONTENT);
        assertThat(message.warnings()).contains(DAMAGED);
    }

    @Test
    void p31_wrongChecksumShouldBeAWarning() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .plainBody("Good morning")
                .startFile()
                .attribute(2, 0x0006800f, CONTENT.length, CONTENT, 1)
                .file("b.csv", CONTENT));
        assertThat(Opened.names(message)).hasSize(2).last().isEqualTo("b.csv");
        assertThat(Opened.bytes(message, 1)).isEqualTo(CONTENT);
        assertThat(message.warnings())
                .containsExactly("A checksum in a winmail.dat is wrong; it was read all the same.");
    }

    @Test
    void p31_lengthThatLiesShouldNotSwallowWhatFollows() throws Exception {
        for (int lie :
                new int[] {-1, Integer.MAX_VALUE, 0, 3, CONTENT.length - 7, CONTENT.length + 1, CONTENT.length + 40}) {
            MailMessage message = Opened.of(new TnefWriter()
                    .startFile()
                    .attribute(2, 0x0006800f, lie, CONTENT, TnefWriter.sum(CONTENT))
                    .file("b.csv", CONTENT)
                    .file("c.csv", CONTENT));
            assertThat(Opened.names(message)).as("length %d", lie).hasSize(3).endsWith("b.csv", "c.csv");
            assertThat(Opened.bytes(message, 1)).as("length %d", lie).isEqualTo(CONTENT);
            assertThat(Opened.bytes(message, 3)).as("length %d", lie).isEqualTo(CONTENT);
        }
    }

    @Test
    void p31_oddPropertiesShouldNotHideTheOthers() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .properties(list -> list.texts(0x6001, "several", "values")
                        .fixed(
                                0x6002,
                                0x1002,
                                PropertyWriter.little(12)
                                        .putInt(2)
                                        .putInt(1)
                                        .putInt(2)
                                        .array())
                        .fixed(0x6003, 0x01, new byte[4])
                        .variable(0x1000, PropertyWriter.UNICODE, new byte[0])
                        .text(0x1000, "Good morning")
                        .text(0x1000, "once more")
                        .fixed(0x6004, 0x7777, new byte[4]))
                .file("a.csv", CONTENT));
        assertThat(message.text()).isEqualTo("Good morning");
        assertThat(Opened.names(message)).containsExactly("a.csv");
        assertThat(message.warnings()).contains(DAMAGED);
    }

    @Test
    void p31_countsThatLieShouldEndWithTheAttribute() throws Exception {
        byte[] many = PropertyWriter.little(12)
                .putInt(-1)
                .putInt(0x10000003)
                .putInt(-1)
                .array();
        byte[] values = PropertyWriter.little(16)
                .putInt(1)
                .putInt(0x6001101f)
                .putInt(-1)
                .putInt(-1)
                .array();
        MailMessage message = Opened.of(new TnefWriter()
                .attribute(1, 0x00069003, many)
                .attribute(1, 0x00069003, values)
                .attribute(1, 0x00069004, values)
                .plainBody("Good morning"));
        assertThat(message.text()).isEqualTo("Good morning");
    }

    @Test
    void p31_anyMutantShouldBeRead() throws Exception {
        byte[] whole = sample();
        Random random = new Random(4711);
        for (int i = 0; i < 600; i++) {
            byte[] mutant =
                    random.nextInt(4) == 0 ? Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4)) : whole.clone();
            for (int j = random.nextInt(8); j > 0; j--) {
                mutant[4 + random.nextInt(mutant.length - 4)] = (byte) random.nextInt(256);
            }
            MailMessage message = Opened.of(mutant);
            for (int j = 0; j < message.attachments().size(); j++) {
                assertThat(Opened.bytes(message, j)).as("mutant %d", i).hasSize((int)
                        message.attachments().get(j).size());
            }
        }
    }

    private static byte[] sample() {
        byte[] inner = new TnefWriter()
                .properties(list -> list.text(0x0037, "Inner").time(0x0039, Instant.EPOCH.plusSeconds(86_400)))
                .rtfBody("{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}x}")
                .file("i.bin", new byte[] {1, 2, 3})
                .bytes();
        return new TnefWriter()
                .plainBody("Good morning")
                .properties(list -> list.text(0x0042, "Eva").named(PropertyWriter.APPOINTMENT, 0x8208, "Hall"))
                .recipients(new Object[][] {{"Support", "support@example.com", 1}})
                .file("A.CSV", "a.csv", "text/csv", CONTENT)
                .nested("Inner", inner)
                .bytes();
    }
}
