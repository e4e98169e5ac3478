package dev.serai.transform.uuencode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.Mails;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerFactories;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuencodeTransformerTest {
    private static final String CAT = "begin 644 cat.txt\n#0V%T\n`\nend\n";

    private final Transformer uuencode = new TransformerFactories(getClass().getClassLoader())
            .find("uuencode")
            .create(Map.of());

    @Test
    void filesInTheTextShouldBecomeAttachments() throws Exception {
        MailMessage message = changed("Hello,\n" + CAT + "and\n" + CAT.replace("cat", "kitten") + "Bye\n");
        assertThat(message.text()).isEqualTo("Hello,\nand\nBye\n");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("cat.txt", "kitten.txt");
        assertThat(content(message, 0)).isEqualTo("Cat");
        assertThat(message.parts()).hasSize(3);
        assertThat(message.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 a.txt\n#0V%T\n \nend\n",
                "begin 644 a.txt\n#0V%T\n\nend\n",
                "begin 0755 a.txt  \n#0V%TX\n`\nend  \n",
                "begin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n",
                "begin-base64 644 a.txt\nQ2F0\n====\n",
            })
    void allFormsShouldBeRead(String block) throws Exception {
        MailMessage message = changed("Hello\n" + block + "Bye\n");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("a.txt");
        assertThat(message.text()).isEqualTo("Hello\nBye\n");
        assertThat(message.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 3 lines\nof prose",
                "begin 644 days ago we met.\nThen we did not meet again, for long.",
                "We\nbegin 100 things\nend nothing",
                "> begin 644 cat.txt\n> #0V%T\n> `\n> end",
                "begin the beguine\nend\n",
            })
    void proseShouldStayAsItIs(String text) throws Exception {
        assertThat(run(uuencode, text)).isEqualTo(TransformResult.unchanged());
    }

    @Test
    void missingEndShouldGiveWhatIsThereAndKeepTheText() throws Exception {
        MailMessage message =
                changed("begin 644 cat.txt\n#0V%T\n#0V%T\nKind regards, Jo Doe from the lamp shop\nJo\nDoe\n");
        assertThat(content(message, 0)).isEqualTo("CatCat");
        assertThat(message.text()).isEqualTo("Kind regards, Jo Doe from the lamp shop\nJo\nDoe\n");
        assertThat(message.warnings()).contains("A uuencoded file is damaged; what could be read was taken.");
    }

    @Test
    void brokenLineShouldCostOnlyItself() throws Exception {
        MailMessage message = changed("begin 644 cat.txt\n#0V%T\nthis line is broken\n#0V%T\n`\nend\n");
        assertThat(content(message, 0)).isEqualTo("CatCat");
        assertThat(message.warnings()).isNotEmpty();
    }

    @Test
    void p39_nameWithAPathShouldBeItsLeaf() throws Exception {
        assertThat(changed(CAT.replace("cat.txt", "../../evil.sh")).attachments())
                .extracting(Attachment::name)
                .containsExactly("evil.sh");
    }

    @Test
    void blockShouldStayInTheTextWhereWanted() throws Exception {
        Transformer keeping = new UuencodeTransformerFactory().create(Map.of("keepInText", true));
        assertThat(((Changed) run(keeping, CAT)).message().text()).isEqualTo(CAT);
    }

    @Test
    void fileBeyondTheTextThatIsReadShouldBeWhole() throws Exception {
        String line = "M" + "0V%T".repeat(15) + "\n";
        MailMessage message = changed("begin 644 big.bin\n" + line.repeat(50_000) + "`\nend\n");
        assertThat(message.attachments().get(0).size()).isEqualTo(45L * 50_000);
        assertThat(message.text()).isEmpty();
    }

    @Test
    void p50_manyBeginningsShouldNotTakeLong() {
        String text = "begin 644 x\nM\n".repeat(60_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> run(uuencode, text));
    }

    @Test
    void partThatIsEncodedAsAWholeShouldBeDecodedByTheReader() throws Exception {
        MailMessage message = Mails.read(
                "Content-Type: image/gif; name=cat.gif",
                "Content-Transfer-Encoding: x-uuencode",
                "",
                "begin 644 cat.gif",
                "#0V%T",
                "`",
                "end");
        assertThat(content(message, 0)).isEqualTo("Cat");
    }

    private MailMessage changed(String text) throws Exception {
        return ((Changed) run(uuencode, text)).message();
    }

    private static TransformResult run(Transformer transformer, String text) throws Exception {
        RawSource raw = RawSource.of(("From: a@example.org\n\n" + text).getBytes(StandardCharsets.UTF_8));
        MimeReader reader = new MimeReader();
        return transformer.transform(reader.read(raw), new TransformContext(raw, reader));
    }

    private static String content(MailMessage message, int attachment) throws Exception {
        return new String(message.attachments().get(attachment).content().bytes(), StandardCharsets.UTF_8);
    }
}
