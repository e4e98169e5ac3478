package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the mail of a standard response is made up, read back as a mail program reads it. */
class ResponseMailTest {
    private static final Attached TERMS =
            Attached.of("Terms für Sie.txt", "text/plain", "terms".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private DispatchHouse house;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder).account("host: 127.0.0.1");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void textAndHtmlShouldBeAlternatives() throws Exception {
        MimeMultipart alternative =
                (MimeMultipart) mail("<p>Grüße</p>", List.of()).getContent();

        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Grüße");
        assertThat(alternative.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>");
    }

    @Test
    void anAttachmentShouldStandBesideBothOfThem() throws Exception {
        MimeMultipart mixed =
                (MimeMultipart) mail("<p>Grüße</p>", List.of(TERMS)).getContent();

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(mixed.getBodyPart(1).getInputStream()).hasContent("terms");
    }

    @Test
    void anAttachmentShouldStandBesideTheTextAlone() throws Exception {
        MimeMultipart mixed = (MimeMultipart) mail(null, List.of(TERMS)).getContent();

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("text/plain");
    }

    @Test
    void p59_itShouldBeMarkedAsAnAutomaticAnswer() throws Exception {
        MimeMessage mail = mail(null, List.of());

        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
        assertThat(mail.getHeader("Precedence")).isNull();
    }

    private MimeMessage mail(@Nullable String html, List<Attached> files) throws Exception {
        OutboundDraft draft = new OutboundDraft(
                Kind.ACKNOWLEDGEMENT,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Got it",
                "Grüße",
                html,
                files,
                "ack",
                "de");
        InteractionId id = house.store(null, draft);
        byte[] raw = house.raw(id).getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage((Session) null, new ByteArrayInputStream(raw));
    }
}
