package dev.serai.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transformers may make of one mail. */
class RoomTest {
    private static final int MEGABYTE = 1 << 20;

    private final MailMessage mail = MailMessage.builder().text("hello").build();

    @TempDir
    Path folder;

    @Test
    void moreThanTenTimesTheMailShouldBeAFailureThatSaysSo() {
        ChainResult result = run((message, context) -> {
            ScratchBytes made = context.scratch().write(out -> zeros(out, 51));
            return TransformResult.rewritten(made, "Made a lot.");
        });

        assertThat(result.message()).isEqualTo(mail);
        assertThat(result.outcomes().get(0).reason())
                .endsWith(
                        "more than 52428800 bytes were made of one mail, which is ten times its size," + " or 50 MiB");
    }

    @Test
    void tenTimesALargeMailShouldFindRoom() {
        try (Scratch scratch = Scratch.ofMail(folder, 30 * MEGABYTE)) {
            assertThat(scratch.left()).isEqualTo(300 * MEGABYTE);
        }
        assertThat(Scratch.ofMail(folder, Long.MAX_VALUE).left()).isEqualTo(1L << 30);
    }

    @Test
    void whatCouldNotBeMadeWholeShouldGiveItsRoomBack() throws Exception {
        try (Scratch scratch = Scratch.ofMail(folder, 1)) {
            long before = scratch.left();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> scratch.write(out -> zeros(out, 60))))
                    .isInstanceOf(Scratch.Full.class);

            assertThat(scratch.left()).isEqualTo(before);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void everyPartThatATransformerMakesShouldBeReadOnceAndBeforeItEnds() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        Content lazy = () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(new byte[] {1, 2, 3});
        };
        ChainResult result = run((message, context) -> TransformResult.changed(
                message.toBuilder()
                        .addPart(new MailPart("text/plain", 9, PartRole.TEXT, "?", lazy))
                        .addPart(new MailPart("message/delivery-status", 9, PartRole.REPORT, "?", lazy))
                        .build(),
                "Made parts."));

        assertThat(opened).hasValue(1);
        assertThat(result.message().parts()).extracting(MailPart::size).containsExactly(3L, 3L);
        assertThat(result.message().parts().get(1).content().bytes()).containsExactly(1, 2, 3);
        assertThat(opened).hasValue(1);
    }

    @Test
    void longTextsOfATransformerShouldBeCutAndSaid() {
        String text = "x".repeat(3 * MEGABYTE);
        MailMessage message = run((before, context) -> TransformResult.changed(
                        before.toBuilder().text(text).html(text).build(), "Wrote."))
                .message();

        assertThat(message.text()).hasSize(MEGABYTE);
        assertThat(message.html()).hasSize(MEGABYTE);
        assertThat(message.warnings()).singleElement().asString().contains("more than 1048576 characters");
    }

    private static void zeros(OutputStream out, int megabytes) throws java.io.IOException {
        for (int i = 0; i < megabytes; i++) {
            out.write(new byte[MEGABYTE]);
        }
    }

    private ChainResult run(Transformer transformer) {
        Scratch scratch = Scratch.ofMail(folder, 1000);
        return new TransformerChain(List.of(new TransformerStep("made", transformer, FailureAction.BYPASS)))
                .run(
                        mail,
                        new TransformContext(RawSource.of(new byte[0]), new MimeReader(), Direction.INBOUND, scratch));
    }
}
