package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.Direction;
import dev.serai.transform.Scratch;
import dev.serai.transform.ScratchBytes;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult.Changed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a winmail.dat may take of memory and of room. */
class TnefRoomTest {
    private static final String CLOSED = ".dat";

    @TempDir
    Path folder;

    @Test
    void messagesInMessagesShouldShareTheMemoryOfTheMail() throws Exception {
        String page = "<p>" + "word ".repeat(800_000);
        byte[] tnef = new TnefWriter().plainBody("deepest").bytes();
        for (int i = 0; i < 5; i++) {
            tnef = new TnefWriter().htmlBody(page).nested("m" + i, tnef).bytes();
        }

        MailMessage message = Opened.of(new TnefWriter().plainBody("outside").nested("top", tnef));

        assertThat(message.warnings()).anyMatch(warning -> warning.contains("needs more memory than one mail has"));
        MailMessage inner = message;
        int opened = 0;
        for (int at = 1; !inner.attachments().get(at).name().endsWith(CLOSED); at = 0) {
            inner = Opened.mail(inner, at);
            opened++;
        }
        assertThat(opened).isEqualTo(4);
    }

    @Test
    void memoryOfAMessageShouldBeThereForTheNext() throws Exception {
        byte[] large =
                new TnefWriter().htmlBody("<p>" + "word ".repeat(800_000)).bytes();
        TnefWriter winmail = new TnefWriter();
        for (int i = 0; i < 5; i++) {
            winmail.nested("m" + i, large);
        }

        MailMessage message = Opened.of(winmail);

        assertThat(message.warnings()).isEmpty();
        assertThat(Opened.names(message)).hasSize(5).allMatch(name -> name.endsWith(".eml"));
    }

    @Test
    void messageThatThereIsNoRoomForShouldStayClosed() throws Exception {
        byte[] page = new TnefWriter()
                .htmlBody("\u0080\u0080\u0080\u0080 ".repeat(200_000))
                .bytes();
        TnefWriter winmail = new TnefWriter();
        for (int i = 0; i < 12; i++) {
            winmail.nested("m" + i, page);
        }
        try (Scratch scratch = Scratch.ofMail(folder, 0)) {
            MailMessage message = opened(winmail.bytes(), scratch);

            assertThat(message.warnings()).hasSize(2).allMatch(w -> w.contains("more than may be made of one mail"));
            assertThat(Opened.names(message))
                    .hasSizeLessThan(12)
                    .anyMatch(name -> name.endsWith(".eml"))
                    .last()
                    .asString()
                    .endsWith(CLOSED);
        }
    }

    @Test
    void whatComesOutShouldLieInTheScratch() throws Exception {
        TnefWriter winmail = new TnefWriter()
                .plainBody("text")
                .file("a.bin", new byte[] {1})
                .nested("m", new TnefWriter().plainBody("x").bytes());
        try (Scratch scratch = Scratch.ofMail(folder, 0)) {
            MailMessage message = opened(winmail.bytes(), scratch);

            assertThat(message.attachments().stream().skip(1).map(Attachment::content))
                    .hasSize(2)
                    .allMatch(ScratchBytes.class::isInstance);
            assertThat(message.parts().stream().skip(1))
                    .hasSize(3)
                    .allMatch(part -> part.content() instanceof ScratchBytes);
        }
    }

    private static MailMessage opened(byte[] winmail, Scratch scratch) throws Exception {
        String mail = "From: a@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(winmail);
        RawSource raw = RawSource.of(mail.getBytes(StandardCharsets.US_ASCII));
        MimeReader reader = new MimeReader();
        TransformContext context = new TransformContext(raw, reader, Direction.INBOUND, scratch);
        return ((Changed) new TnefTransformerFactory().create(Map.of()).transform(reader.read(raw), context)).message();
    }
}
