package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How mail is quoted and signed, by layouts and signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutMailTest {
    private static final String SIGNATURE = """
            ---
            description: Below what people write
            fallbacks: {Agent.LastName: nobody}
            ---
            <$Agent.FullName$>
            <$Agent.Signature$>
            Example <Ltd>
            """;

    private DispatchHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new DispatchHouse(folder)
                .file("config/signatures/team.en.txt", SIGNATURE)
                .file("config/signatures/team.en.html", "<p><b><$Agent.FullName$></b>\n<br><$Agent.Signature$>\n</p>\n")
                .file("config/layouts/short.en.txt", """
                        ---
                        prefix: ''
                        ---
                        On <$FormatDate(Original.Sent, "yyyy-MM-dd")$> <$Original.From$> wrote:
                        <$Original.Quoted$>
                        """)
                .file(
                        "config/layouts/handed-on.en.txt",
                        "---\ndescription: Handed on\n---\n=== <$Original.Subject$> ===\n<$Original.Text$>\n");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, -----Original Message-----, From, 'Sent: Mon, 23 Nov 2026 10:05 +0100', To, Subject",
        "de, -----Ursprüngliche Nachricht-----, Von, 'Gesendet: Mo., 23 Nov. 2026 10:05 +0100', An, Betreff",
        "de-AT, -----Ursprüngliche Nachricht-----, Von, 'Gesendet: Mo., 23 Nov. 2026 10:05 +0100', An, Betreff",
        "fr, -----Message d'origine-----, De, 'Envoyé: lun., 23 nov. 2026 10:05 +0100', À, Objet",
        "es, -----Mensaje original-----, De, 'Enviado: lun, 23 nov 2026 10:05 +0100', Para, Asunto",
        "it, -----Messaggio originale-----, Da, 'Inviato: lun, 23 nov 2026 10:05 +0100', A, Oggetto",
        "nl, -----Oorspronkelijk bericht-----, Van, 'Verzonden: ma, 23 nov. 2026 10:05 +0100', Aan, Onderwerp",
        "pt, -----Mensagem original-----, De, 'Enviada: seg., 23 nov. 2026 10:05 +0100', Para, Assunto",
        "pl, -----Wiadomość oryginalna-----, Od, 'Wysłano: pon., 23 lis 2026 10:05 +0100', Do, Temat",
        "sv, -----Original Message-----, From, 'Sent: Mon, 23 Nov 2026 10:05 +0100', To, Subject",
    })
    void theStandardLayoutShouldSpeakTheLanguageOfTheMail(
            String language, String separator, String from, String sent, String to, String subject) {
        house.account("host: 127.0.0.1");
        Interaction parent = original(Originals.content());

        String text = parsed(parent, draft(Kind.REPLY, "Hello", null, language, null), true)
                .text("text/plain");

        assertThat(text)
                .isEqualTo(String.join(
                        "\n",
                        "Hello",
                        "",
                        "> " + separator,
                        "> " + from + ": Jo Öberg <jo@example.org>",
                        "> " + sent,
                        "> " + to + ": support@example.com",
                        "> " + subject + ": Invoice",
                        "> ",
                        "> the question",
                        ""));
    }

    @Test
    void theLayoutOfTheAccountShouldBeTaken() {
        house.account("host: 127.0.0.1", "layout: short", "forwardLayout: handed-on");
        Interaction parent = original(Originals.content().text("one\n> two\n"));
        Passing passing = new Passing(Passing.Form.INLINE, false, false, 1);

        assertThat(parsed(parent, draft(Kind.REPLY, "Hello", null, null, null), true)
                        .text("text/plain"))
                .isEqualTo("Hello\n\nOn 2026-11-23 Jo Öberg <jo@example.org> wrote:\n> one\n>> two\n");
        assertThat(parsed(parent, draft(Kind.FORWARD, "Hello", null, null, passing), false)
                        .text("text/plain"))
                .isEqualTo("Hello\n\n=== Invoice ===\none\n> two\n");
    }

    @Test
    void aSignatureShouldBeFilledAndStandAboveTheQuote() {
        house.account("host: 127.0.0.1", "signature: team", "layout: short");
        Interaction parent = original(Originals.content());

        Parsed mail = parsed(parent, draft(Kind.REPLY, "Hello", "<p>Hello</p>", null, null), true);

        assertThat(mail.text("text/plain"))
                .startsWith("Hello\n\n-- \nCharles Babbage\nExample <Ltd>\n\nOn 2026-11-23 Jo");
        assertThat(mail.text("text/html"))
                .startsWith("<p>Hello</p><p><b>Charles Babbage</b>\n</p>\n<blockquote type=\"cite\"><pre")
                .contains("Jo Öberg &lt;jo@example.org&gt; wrote:");
    }

    @Test
    void aCopyShouldBeNamedWhereThereIsOne() {
        house.account("host: 127.0.0.1");
        Interaction parent = original(Originals.content().cc(List.of(new Party("Al", "al@example.org"))));

        assertThat(parsed(parent, draft(Kind.REPLY, "Hello", null, "en", null), true)
                        .text("text/plain"))
                .contains("\n> Cc: Al <al@example.org>\n");
    }

    @Test
    void whatStrangersWroteShouldStayWhatItIs() {
        house.account("host: 127.0.0.1");
        Interaction parent = original(Originals.content()
                .from(new Party("<$Agent.FullName$> <script>\r\nBcc: x@y.example", "jo@example.org"))
                .subject("<b>\r\n\r\n<$Original.Html$>")
                .text("<script>alert(1)</script> <$Agent.FullName$>"));

        Parsed mail = parsed(parent, draft(Kind.REPLY, "Hello", "<p>Hello</p>", "en", null), true);

        assertThat(mail.text("text/html"))
                .contains(
                        "&lt;$Agent.FullName$&gt; &lt;script&gt; Bcc: x@y.example", "&lt;b&gt; &lt;$Original.Html$&gt;")
                .doesNotContain("<script", "Charles");
        assertThat(mail.headerNames()).doesNotContain("Bcc");
    }

    @Test
    void anAccountOfTextOnlyShouldLeaveHtmlOut() {
        house.account("host: 127.0.0.1", "textOnly: true");

        Parsed mail = parsed(null, draft(Kind.NEW, "Hello", "<p>Hello</p>", "en", null), false);

        assertThat(mail.shape()).isEqualTo("plain");
    }

    private Interaction original(Originals.Builder content) {
        return house.stored(Originals.inbound(content.build()));
    }

    private Parsed parsed(@Nullable Interaction parent, OutboundDraft draft, boolean quote) {
        InteractionId id = house.store(parent, draft, new Wishes(quote, null));
        return Parsed.of(house.raw(id));
    }

    private static OutboundDraft draft(
            Kind kind, String text, @Nullable String html, @Nullable String language, @Nullable Passing passing) {
        return new OutboundDraft(
                kind,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "",
                text,
                html,
                List.of(),
                null,
                language,
                passing);
    }
}
