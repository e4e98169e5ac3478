package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.NewInteraction;
import dev.serai.store.WorkRow;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is composed, read back as a mail program reads it. */
class OutboxTest {
    @TempDir
    private Path folder;

    private DispatchHouse house;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder)
                .account("host: 127.0.0.1", "replyTo: answers@example.com", "bcc: copy@example.com");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aReplyShouldNameWhatItAnswers() throws Exception {
        Interaction parent = parent("<c@x>", "<b@x>", List.of("<a@x>", "<b@x>"), "Invoice");

        MimeMessage mail = mail(reply(parent, ""));

        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<c@x>");
        assertThat(mail.getHeader("References", null).split("\\s+"))
                .containsExactly(anchor(parent), "<a@x>", "<b@x>", "<c@x>");
        assertThat(mail.getSubject()).isEqualTo("Re: Invoice");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
    }

    private static String anchor(Interaction parent) {
        return DispatchHouse.TOKENS.anchor(parent.origin().threadId(), "example.com");
    }

    @Test
    void referencesShouldBeginWithInReplyToWhenTheParentHasNone() throws Exception {
        Interaction parent = parent("<c@x>", "<b@x>", List.of(), "Invoice");

        MimeMessage mail = mail(reply(parent, ""));

        assertThat(mail.getHeader("References", null).split("\\s+")).containsExactly(anchor(parent), "<b@x>", "<c@x>");
    }

    @Test
    void referencesShouldStayBoundedAndKeepTheFirst() throws Exception {
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> "<" + i + "@x>").toList();
        Interaction parent = parent("<parent@x>", null, many, "Invoice");

        List<String> references =
                List.of(mail(reply(parent, "")).getHeader("References", null).split("\\s+"));

        assertThat(references).hasSize(21).startsWith(anchor(parent), "<0@x>").endsWith("<99@x>", "<parent@x>");
    }

    @Test
    void identifiersThatWouldBreakTheHeaderShouldBeLeftOut() throws Exception {
        Interaction parent =
                parent("<ok@x>", null, List.of("<a@x>\r\nBcc: evil@x", "<" + "x".repeat(2000) + "@x>"), "Hi");

        MimeMessage mail = mail(reply(parent, ""));

        assertThat(mail.getHeader("References", null).split("\\s+")).containsExactly(anchor(parent), "<ok@x>");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Re: Invoice", "RE: re: AW: Invoice", "Re[2]: Invoice"})
    void aSubjectShouldHaveOneRe(String theirs) throws Exception {
        assertThat(mail(reply(parent("<c@x>", null, List.of(), theirs), "")).getSubject())
                .isEqualTo("Re: Invoice");
    }

    @Test
    void aSubjectOfTheDraftShouldStay() throws Exception {
        InteractionId id = reply(parent("<c@x>", null, List.of(), "Invoice"), "Ihre Rechnung für März ✓");

        assertThat(mail(id).getSubject()).isEqualTo("Ihre Rechnung für März ✓");
        assertThat(house.raw(id)).contains("Subject: =?UTF-8?");
    }

    @Test
    void theMessageIdShouldBeOfTheAccountsDomain() throws Exception {
        InteractionId id = reply(parent("<c@x>", null, List.of(), "Hi"), "");

        String ours = DispatchHouse.TOKENS.messageId(id, "example.com");
        assertThat(mail(id).getMessageID()).isEqualTo(ours);
        assertThat(house.load(id).content().messageId()).isEqualTo(ours);
    }

    @Test
    void theMailShouldHaveNoHeaderOfTheAccountAndNoBcc() throws Exception {
        OutboundDraft draft = new OutboundDraft(
                Kind.NEW,
                List.of(new Party("Jo Ön", "jo@example.org")),
                List.of(new Party(null, "cc@example.org")),
                List.of(new Party(null, "secret@example.org")),
                "Hi",
                "Hello",
                null,
                List.of(),
                null,
                "en");

        InteractionId id = house.store(null, draft);
        MimeMessage mail = mail(id);

        assertThat(mail.getHeader("From")).isNull();
        assertThat(house.raw(id)).doesNotContain("secret@example.org");
        assertThat(mail.getHeader("To", null)).isEqualTo("=?UTF-8?Q?Jo_=C3=96n?= <jo@example.org>");
        assertThat(mail.getHeader("Cc", null)).isEqualTo("cc@example.org");
        assertThat(mail.getHeader("MIME-Version", null)).isEqualTo("1.0");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("en");
    }

    @Test
    void textShouldArriveInItsLetters() throws Exception {
        String text = "Grüße aus Łódź, 日本\n" + "x".repeat(2000) + "\n.\n";

        InteractionId id = house.store(null, DispatchHouse.draft(Kind.NEW, "Hi", text, "jo@example.org"));

        assertThat(((String) mail(id).getContent()).replace("\r\n", "\n")).isEqualTo(text);
        assertThat(mail(id).getContentType()).containsIgnoringCase("charset=UTF-8");
        assertThat(house.raw(id).chars()).allMatch(c -> c < 127);
        assertThat(house.raw(id).lines()).allMatch(line -> line.length() <= 998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACKNOWLEDGEMENT", "AUTORESPONSE"})
    void p59_automaticAnswersShouldSayThatTheyAre(Kind kind) throws Exception {
        MimeMessage mail = mail(house.store(null, DispatchHouse.draft(kind, "Got it", "ok", "jo@example.org")));

        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
    }

    @Test
    void notificationsShouldSayThatTheyWereGenerated() throws Exception {
        MimeMessage mail =
                mail(house.store(null, DispatchHouse.draft(Kind.NOTIFICATION, "News", "ok", "jo@example.org")));

        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

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
            house.store.writeNow(tx -> prepared.insert(tx, dev.serai.store.WorkChange.By.of("test")));
            MimeMultipart mixed = (MimeMultipart) mail(prepared.id()).getContent();
            assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(large);
        }
        assertThat(Files.list(spool)).isEmpty();
    }

    @Test
    void aQuoteShouldHaveTheOriginalsLines() throws Exception {
        Interaction parent = parent("<c@x>", null, List.of(), "Invoice");
        InteractionId id = house.store(
                parent, DispatchHouse.draft(Kind.REPLY, "", "Hello", "jo@example.org"), new Wishes(true, null));

        String text = ((String) mail(id).getContent()).replace("\r\n", "\n");

        assertThat(text)
                .startsWith("Hello\n\n> -----Original Message-----\n> From: Jo <jo@example.org>\n> Sent: ")
                .contains("\n> To: support@example.com\n", "\n> Subject: Invoice\n> \n> the question\n");
    }

    @Test
    void theSignatureShouldStandBelowWhatPeopleWriteOnly() throws Exception {
        house.account("host: 127.0.0.1", "signature: \"Your Support\"");

        String reply = (String)
                mail(house.store(null, DispatchHouse.draft("jo@example.org"))).getContent();
        String automatic = (String)
                mail(house.store(null, DispatchHouse.draft(Kind.ACKNOWLEDGEMENT, "Got it", "ok", "jo@example.org")))
                        .getContent();

        assertThat(reply).endsWith("-- \r\nYour Support\r\n");
        assertThat(automatic).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@",
                "@example.org",
                "jo@exa mple.org",
                "a,b@example.org",
                "jo@-x.org",
                "jo..b@example.org",
                "jö@example.org",
                "jo@example.org>\r\nBcc: <x@y",
                "<jo@example.org>"
            })
    void p67_addressesThatSmtpDoesNotTakeShouldBeRefused(String address) {
        assertThatThrownBy(() -> house.store(null, DispatchHouse.draft(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'to'");
    }

    @Test
    void aDomainInOtherLettersShouldTravelInAscii() {
        InteractionId id = house.store(null, DispatchHouse.draft("jo@müller.example"));

        assertThat(house.load(id).content().to().get(0).address()).isEqualTo("jo@xn--mller-kva.example");
    }

    @Test
    void aDraftWithoutRecipientsShouldBeRefused() {
        assertThatThrownBy(() -> house.store(null, DispatchHouse.draft(new String[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one recipient");
    }

    @Test
    void lineEndsShouldBeRefusedWhereAHeaderIsMade() {
        Party injected = new Party("Jo\r\nBcc: x@example.org", "jo@example.org");
        OutboundDraft name = new OutboundDraft(
                Kind.NEW, List.of(injected), List.of(), List.of(), "Hi", "x", null, List.of(), null, null);

        assertThatThrownBy(() -> house.store(null, name)).hasMessageContaining("'to'");
        assertThatThrownBy(() -> house.store(null, DispatchHouse.draft(Kind.NEW, "a\nb: c", "x", "jo@example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'subject'");
        assertThatThrownBy(() -> house.store(null, withFile(Attached.of("a\r\nX: y", "text/plain", new byte[0]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'attachments.name'");
    }

    @Test
    void theInteractionShouldBeAChildInTheThreadAndWaitInOutbound() {
        Interaction parent = parent("<c@x>", null, List.of(), "Invoice");

        Interaction born = house.load(reply(parent, ""));

        assertThat(born.origin().type()).isEqualTo("Outbound");
        assertThat(born.origin().subtype()).isEqualTo("OutboundReply");
        assertThat(born.origin().parentId()).isEqualTo(parent.id());
        assertThat(born.origin().threadId()).isEqualTo(parent.origin().threadId());
        assertThat(born.standing().state()).isEqualTo(State.QUEUED);
        assertThat(born.standing().queue()).isEqualTo(QueueName.of("outbound"));
        assertThat(born.userData()).containsEntry("Account", "test");
        assertThat(house.events(born.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void sendAfterShouldKeepItUntilThen() {
        Instant later = Instant.parse("2099-01-01T00:00:00Z");

        InteractionId id = house.store(null, DispatchHouse.draft("jo@example.org"), new Wishes(false, later));

        assertThat(house.load(id).standing().availableAt()).isEqualTo(later);
    }

    @Test
    void theEnvelopeShouldHaveEveryRecipientOnceAndTheAccountsCopy() {
        OutboundDraft draft = new OutboundDraft(
                Kind.NEW,
                List.of(new Party(null, "jo@example.org")),
                List.of(new Party(null, "JO@example.org")),
                List.of(new Party(null, "secret@example.org")),
                "Hi",
                "Hello",
                null,
                List.of(),
                null,
                null);

        InteractionId id = house.submit(draft);

        assertThat(house.dispatch(id).left())
                .containsExactly("jo@example.org", "secret@example.org", "copy@example.com");
        assertThat(house.dispatch(id).headerPrefix()).contains("From: ", "Reply-To: answers@example.com\r\n");
        assertThat(house.load(id).standing().queue()).isEqualTo(QueueName.of("dispatch"));
    }

    private InteractionId reply(Interaction parent, String subject) {
        return house.store(parent, DispatchHouse.draft(Kind.REPLY, subject, "Hello", "jo@example.org"));
    }

    private static OutboundDraft withFile(Attached file) {
        return new OutboundDraft(
                Kind.NEW,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Hi",
                "Hello",
                null,
                List.of(file),
                null,
                null);
    }

    private MimeMessage mail(InteractionId id) throws Exception {
        return new MimeMessage(
                (Session) null, new ByteArrayInputStream(house.raw(id).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Interaction parent(String messageId, @Nullable String inReplyTo, List<String> references, String subject) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        Instant now = Instant.now();
        Content content = new Content(
                "message",
                subject,
                new Party("Jo", "jo@example.org"),
                List.of(new Party(null, "support@example.com")),
                List.of(),
                List.of(),
                List.of(),
                messageId,
                inReplyTo,
                new ArrayList<>(references),
                null,
                "the question",
                null,
                "",
                List.of(),
                null,
                true,
                "",
                List.of());
        Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", now, now);
        house.store.writeNow(tx -> {
            tx.interactions().insert(new NewInteraction(id, "default", origin, content, null, null, Map.of()));
            tx.work().insert(WorkRow.born("default", id, QueueName.of("general"), 50, tx.now()));
            return id;
        });
        return house.load(id);
    }
}
