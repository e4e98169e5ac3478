package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.document.Digests;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.store.WorkChange.By;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails of several parts: HTML beside text, and files. */
class AttachedMailTest extends Composing {
    @Test
    void htmlShouldBeAnAlternativeAndFilesShouldKeepTheirNames() throws Exception {
        byte[] bytes = {1, 2, 3};
        String name = "Übersicht über alle Rechnungen des vergangenen Jahres 2026 für die Buchhaltung.pdf";
        OutboundDraft draft = new OutboundDraft(
                Kind.NEW,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Hi",
                "Hello",
                "<p>Hello</p>",
                List.of(Attached.of(name, "application/pdf", bytes)),
                null,
                null);

        InteractionId id = house.store(null, draft);
        MimeMultipart mixed = (MimeMultipart) mail(id).getContent();
        MimeMultipart body = (MimeMultipart) mixed.getBodyPart(0).getContent();
        BodyPart file = mixed.getBodyPart(1);

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(body.getContentType()).startsWith("multipart/alternative");
        assertThat(body.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(body.getBodyPart(1).getContent()).isEqualTo("<p>Hello</p>");
        assertThat(file.getFileName()).isEqualTo(name);
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(bytes);
        assertThat(house.raw(id)).contains("filename*=UTF-8''");
        assertThat(house.load(id).content().attachments().get(0).size()).isEqualTo(3);
    }

    @Test
    void anAttachedNameShouldBeALeaf() throws Exception {
        OutboundDraft draft = withFile(Attached.of("../../etc/evil.sh", "text/plain", new byte[] {65}));

        MimeMultipart mixed = (MimeMultipart) mail(house.store(null, draft)).getContent();

        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("evil.sh");
    }

    @Test
    void aLongNameShouldBeClippedBeforeItsEnding() throws Exception {
        OutboundDraft draft = withFile(Attached.of("日".repeat(300) + ".pdf", "application/pdf", new byte[] {65}));

        InteractionId id = house.store(null, draft);

        assertThat(((MimeMultipart) mail(id).getContent()).getBodyPart(1).getFileName())
                .hasSize(100)
                .endsWith("日.pdf");
        assertThat(house.raw(id).lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void aMailInsideAMailShouldNotBeBase64() throws Exception {
        byte[] plain = "Subject: inner\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] eight = "Subject: inner\r\n\r\nGrüße\r\n".getBytes(StandardCharsets.UTF_8);

        String sevenBit = house.raw(house.store(null, withFile(Attached.of("a.eml", "message/rfc822", plain))));
        String eightBit = house.raw(house.store(null, withFile(Attached.of("a.eml", "message/rfc822", eight))));
        String other = house.raw(house.store(null, withFile(Attached.of("a.eml", "message/rfc822", new byte[9]))));

        assertThat(sevenBit).contains("Content-Type: message/rfc822", "Subject: inner");
        assertThat(eightBit).contains("Content-Type: message/rfc822", "Content-Transfer-Encoding: 8bit");
        assertThat(other).contains("application/octet-stream").doesNotContain("message/rfc822");
    }

    @Test
    void p03_largeFilesShouldBeSpooledAndRemovedAfterwards() throws Exception {
        byte[] large = new byte[3 << 20];
        OutboundDraft draft = withFile(Attached.of("a.bin", "application/octet-stream", large));
        Path spool = folder.resolve("spool");

        try (PreparedOutbound prepared = house.outbox.prepare(null, draft, house.definition())) {
            assertThat(Files.list(spool)).hasSize(1);
            house.store.writeNow(tx -> prepared.insert(tx, By.of("test")));
            MimeMultipart mixed = (MimeMultipart) mail(prepared.id()).getContent();
            assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(large);
        }
        assertThat(Files.list(spool)).isEmpty();
    }

    @Test
    void aSpooledMailShouldHaveTheDigestOfItsBytes() throws Exception {
        OutboundDraft draft = withFile(Attached.of("a.bin", "application/octet-stream", new byte[3 << 20]));

        InteractionId id = house.store(null, draft);

        assertThat(house.store
                        .read(tx -> tx.raw().facts("default", id))
                        .orElseThrow()
                        .sha256())
                .isEqualTo(Digests.sha256(house.raw(id)));
    }
}
