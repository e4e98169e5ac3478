package dev.serai.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResponseBookTest {
    private static final Instant TODAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final ResponseContext CONTEXT =
            ResponseContext.at(Instant.parse("2026-11-23T09:05:00Z"), ZoneId.of("Europe/Berlin"));

    private static final String PLAIN = """
            ---
            subject: Hello
            usage: [acknowledgement]
            ---
            Text
            """;

    private static ResponseBook book(Map<String, String> files) {
        return ResponseBook.load(files, Set.of("terms.pdf"), "en");
    }

    private static ResponseBook book(String keys, String text) {
        return book(Map.of("r.en.txt", "---\nsubject: S\nusage: [acknowledgement]\n" + keys + "---\n" + text));
    }

    private static Rendered render(ResponseBook book, String language) throws ResponseException {
        return book.render("r", Usage.ACKNOWLEDGEMENT, language, CONTEXT, TODAY);
    }

    private static String problems(ResponseBook book) {
        return String.join("\n", book.problems().stream().map(Object::toString).toList());
    }

    @Test
    void shippedResponsesShouldBeSound() throws IOException, ResponseException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(Path.of(System.getProperty("serai.home"), "config/responses"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put("config/responses/" + path.getFileName(), Files.readString(path));
            }
        }
        ResponseBook book = book(files);
        assertThat(book.problems()).isEmpty();
        assertThat(book.names()).contains("ack-billing", "ack-general");
        ResponseContext context = CONTEXT.with(Field.INTERACTION_ID, "id-1").with(Field.CONTACT_LAST_NAME, "Meier");
        Rendered rendered = book.render("ack-billing", Usage.ACKNOWLEDGEMENT, "de-AT", context, TODAY);
        assertThat(rendered.warnings()).isEmpty();
        assertThat(rendered.subject()).isEqualTo("Wir haben Ihre Nachricht erhalten: Ihre Frage zu einer Rechnung");
        assertThat(rendered.text())
                .startsWith("Guten Tag Meier,\n")
                .contains("23. November 2026", "10:05", "Ihr Rechnungsteam", "id-1")
                .doesNotContain("<$", "null");
    }

    @Test
    void languageShouldBeTheTagThenTheBaseThenTheDefault() throws ResponseException {
        ResponseBook book = book(Map.of("r.en.txt", PLAIN, "r.de.txt", PLAIN, "r.de-CH.txt", PLAIN));
        assertThat(render(book, "de-CH").language()).isEqualTo("de-ch");
        assertThat(render(book, "DE_ch").language()).isEqualTo("de-ch");
        assertThat(render(book, "de-AT").language()).isEqualTo("de");
        assertThat(render(book, "fr").language()).isEqualTo("en");
        assertThat(book.render("r", Usage.ACKNOWLEDGEMENT, null, CONTEXT, TODAY).language())
                .isEqualTo("en");
    }

    @Test
    void missingDefaultLanguageShouldBeAProblem() {
        assertThat(problems(book(Map.of("r.de.txt", PLAIN)))).contains("default language 'en'", "r.en.txt");
    }

    @Test
    void unknownResponseShouldBeNamedWithTheNearest() {
        ResponseBook book = book(Map.of("r-one.en.txt", PLAIN));
        assertThatThrownBy(() -> book.render("r-on", Usage.ACKNOWLEDGEMENT, "en", CONTEXT, TODAY))
                .isInstanceOf(ResponseException.class)
                .hasMessage("there is no standard response 'r-on'; did you mean 'r-one'?");
    }

    @Test
    void emptyValueShouldBeItsFallback() throws ResponseException {
        ResponseBook book = book(
                "fallbacks: {Contact.FirstName: friend, 'Interaction.AttachedData(\"k\")': none}\n",
                "<$Contact.FirstName$>, <$Upper(Interaction.AttachedData(\"k\"))$>");
        assertThat(book.problems()).isEmpty();
        assertThat(render(book, "en").text()).isEqualTo("friend, NONE");
    }

    @Test
    void emptyValueWithoutAFallbackShouldBeEmptyWithAWarning() throws ResponseException {
        ResponseBook book = book("", "line\n[<$Contact.Title$>]");
        assertThat(problems(book))
                .isEqualTo("r.en.txt:6: warning: column 2: Contact.Title may be empty and has no fallback;"
                        + " add it to 'fallbacks'");
        Rendered rendered = render(book, "en");
        assertThat(rendered.text()).isEqualTo("line\n[]");
        assertThat(rendered.warnings()).containsExactly("Contact.Title is empty and has no fallback");
    }

    @Test
    void valueThatDoesNotFitShouldBeEmptyWithAWarning() throws ResponseException {
        ResponseBook book = book("", "[<$Number(Interaction.AttachedData(\"n\")) + 1$>]");
        Rendered rendered =
                book.render("r", Usage.ACKNOWLEDGEMENT, "en", CONTEXT.withAttachedData(Map.of("n", "many")), TODAY);
        assertThat(rendered.text()).isEqualTo("[]");
        assertThat(rendered.warnings()).singleElement().asString().contains("r.en.txt:5", "Number expected a number");
    }

    @Test
    void valueShouldBringNoMarkupIntoHtml() throws ResponseException {
        ResponseBook book = book(Map.of("r.en.txt", PLAIN, "r.en.html", "<p><$Interaction.Subject$></p>"));
        ResponseContext context = CONTEXT.with(Field.INTERACTION_SUBJECT, "<b>\"a\" & 'b'</b>\nc");
        assertThat(book.render("r", Usage.ACKNOWLEDGEMENT, "en", context, TODAY).html())
                .contains("<p>&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;<br>\nc</p>");
    }

    @Test
    void valueShouldBringNoHeaderIntoTheSubject() throws ResponseException {
        ResponseBook book = book(Map.of("r.en.txt", PLAIN.replace("Hello", "'Re: <$Interaction.Subject$>'")));
        ResponseContext context = CONTEXT.with(Field.INTERACTION_SUBJECT, "a\r\nBcc: x@example.org");
        assertThat(book.render("r", Usage.ACKNOWLEDGEMENT, "en", context, TODAY).subject())
                .isEqualTo("Re: a Bcc: x@example.org");
    }

    @Test
    void valueShouldNeverBeReadAsAFieldCode() throws ResponseException {
        ResponseBook book = book("", "<$Interaction.Subject$>");
        ResponseContext context = CONTEXT.with(Field.INTERACTION_SUBJECT, "<$Contact.Id$>");
        assertThat(book.render("r", Usage.ACKNOWLEDGEMENT, "en", context, TODAY).text())
                .isEqualTo("<$Contact.Id$>");
    }

    @Test
    void responseShouldBeRefusedOutsideItsDaysOrWithoutConsent() {
        assertThat(refusal("active: false\n")).contains("not active");
        assertThat(refusal("approved: false\n")).contains("not approved");
        assertThat(refusal("validFrom: 2026-11-24\n")).contains("not valid before 2026-11-24");
        assertThat(refusal("validUntil: 2026-11-22\n")).contains("not valid after 2026-11-22");
        assertThat(refusal("validFrom: 2026-11-23\nvalidUntil: 2026-11-23\n")).isEmpty();
    }

    private static String refusal(String keys) {
        ResponseBook book = book(keys, "x");
        assertThat(book.problems()).isEmpty();
        try {
            render(book, "en");
            return "";
        } catch (ResponseException e) {
            return e.getMessage();
        }
    }

    @Test
    void responseShouldBeRefusedForAnotherUse() {
        ResponseBook book = book(Map.of("r.en.txt", PLAIN));
        assertThatThrownBy(() -> book.render("r", Usage.SUGGESTION, "en", CONTEXT, TODAY))
                .hasMessage("response 'r' (en) is not meant for this; its usage lacks suggestion");
    }

    @Test
    void frontMatterShouldBeReadWhole() throws ResponseException {
        ResponseBook book = book("category: billing\nquote: true\nattachments: [terms.pdf]\n", "x");
        assertThat(book.problems()).isEmpty();
        assertThat(book.find("r", "en")).hasValueSatisfying(info -> {
            assertThat(info.category()).isEqualTo("billing");
            assertThat(info.usage()).containsExactly(Usage.ACKNOWLEDGEMENT);
        });
        Rendered rendered = render(book, "en");
        assertThat(rendered.quote()).isTrue();
        assertThat(rendered.attachments()).containsExactly("terms.pdf");
    }

    @Test
    void unknownFieldCodeShouldBeNamedWithItsLine() {
        assertThat(problems(book("", "one\ntwo <$Contact.Firstname$> three")))
                .isEqualTo(
                        "r.en.txt:6: column 7: field code <$Contact.Firstname$>: unknown field code 'Contact.Firstname';"
                                + " did you mean 'Contact.FirstName'?");
    }

    @Test
    void fieldCodeWithoutAnEndShouldBeNamedWithItsLine() {
        assertThat(problems(book("", "one\n<$Contact.FirstName\ntwo")))
                .contains("r.en.txt:6:", "expected an operator or $>");
    }

    @Test
    void wrongKeysShouldBeNamedWithTheirLines() {
        assertThat(problems(book("""
                        catgory: x
                        validFrom: soon
                        attachments: [none.pdf]
                        fallbacks: {Contact.Nam: x}
                        """, "")))
                .contains("r.en.txt:4: unknown key 'catgory'; did you mean 'category'?")
                .contains("r.en.txt:5: 'validFrom': 'soon' is no date")
                .contains("r.en.txt:6: 'attachments': there is no file config/responses/attachments/none.pdf")
                .contains("r.en.txt:7: 'fallbacks': 'Contact.Nam'");
    }

    @Test
    void wrongFilesShouldBeNamed() {
        assertThat(problems(book(Map.of("r.txt", PLAIN)))).contains("<name>.<language>.txt");
        assertThat(problems(book(Map.of("r.en.html", "x")))).contains("there is no r.en.txt");
        assertThat(problems(book(Map.of("r.en.txt", "no keys")))).contains("expected --- on the first line");
        assertThat(problems(book(Map.of("r.en.txt", "---\nsubject: x\n")))).contains("never closed");
        assertThat(problems(book(Map.of("r.en.txt", "---\nsubject: x\n---\n")))).contains("'usage' is missing");
    }

    @Test
    void lineEndsOfWindowsShouldBeRead() throws ResponseException {
        ResponseBook book = book(Map.of("r.en.txt", PLAIN.replace("\n", "\r\n")));
        assertThat(book.problems()).isEmpty();
        assertThat(render(book, "en").text()).isEqualTo("Text\n");
    }
}
