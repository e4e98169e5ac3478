package dev.serai.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of layouts and signatures. */
class SheetBookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:05:00Z");
    private static final ResponseContext CONTEXT = ResponseContext.at(NOW, ZoneId.of("Europe/Berlin"))
            .with(Field.ORIGINAL_SUBJECT, "<b>")
            .with(Field.ORIGINAL_HTML, "<i>theirs</i>");

    @Test
    void aLineWhoseCodesAreAllEmptyShouldBeLeftOut() {
        SheetBook book = layouts("Hello\nCc: <$Original.Cc$>\nTo <$Original.To$>, re <$Original.Subject$>\n\nBye\n");

        assertThat(book.render("a", "en", CONTEXT, NOW).orElseThrow().text()).isEqualTo("Hello\nTo , re <b>\n\nBye\n");
    }

    @Test
    void markupOfTheOriginalShouldStandAsItIsAndValuesEscaped() {
        SheetBook book = SheetBook.layouts(
                Map.of(
                        "config/layouts/a.en.txt",
                        file("x"),
                        "config/layouts/a.en.html",
                        "<p><$Original.Subject$><$Original.Html$>"),
                "en");

        assertThat(book.problems()).isEmpty();
        assertThat(book.render("a", null, CONTEXT, NOW).orElseThrow().html()).contains("<p>&lt;b&gt;<i>theirs</i>");
    }

    @ParameterizedTest
    @CsvSource({"de, Hallo", "de-AT, Hallo", "sv, Hej", "pl, Bonjour"})
    void theLanguageShouldBeTheMailsElseTheHubsElseEnglish(String language, String word) {
        SheetBook book = SheetBook.layouts(
                Map.of(
                        "config/layouts/a.en.txt", file("Hello"),
                        "config/layouts/a.de.txt", file("Hallo"),
                        "config/layouts/a.sv.txt", file("Hej"),
                        "config/layouts/a.fr.txt", file("Bonjour")),
                "fr");

        assertThat(book.render("a", language, CONTEXT, NOW).orElseThrow().text())
                .isEqualTo(word + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<$Orginal.From$> | 4 | Original.From",
                "x<$Original.Html$> | 4 | .html beside this file only",
                "<$Upper(Original.Html)$> | 4 | .html beside this file only",
                "<$Original.From | 4 | expected",
            })
    void whatIsWrongShouldBeToldWithFileAndLine(String text, int line, String reason) {
        List<Problem> problems = layouts(text).problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).file()).isEqualTo("config/layouts/a.en.txt");
        assertThat(problems.get(0).line()).isEqualTo(line);
        assertThat(problems.get(0).reason()).contains(reason);
    }

    @Test
    void keysAndPlacesThatAreNoneShouldBeRefused() {
        SheetBook book = SheetBook.signatures(
                Map.of(
                        "config/signatures/a.en.txt", "---\nprefix: '>'\n---\nx\n",
                        "config/signatures/b.en.txt", file("<$Original.Text$>"),
                        "config/signatures/c.de.txt", file("x"),
                        "config/signatures/d.en.html", "x",
                        "config/signatures/E.en.txt", file("x")),
                "en");

        assertThat(book.problems())
                .extracting(problem -> problem.file().substring(18) + " " + problem.reason())
                .anyMatch(one -> one.startsWith("a.en.txt") && one.contains("prefix"))
                .anyMatch(one -> one.startsWith("b.en.txt") && one.contains("layouts only"))
                .anyMatch(one -> one.startsWith("c.de.txt") && one.contains("default language"))
                .anyMatch(one -> one.startsWith("d.en.html") && one.contains("no d.en.txt"))
                .anyMatch(one -> one.startsWith("E.en.txt") && one.contains("file name"))
                .hasSize(5);
    }

    private static SheetBook layouts(String text) {
        return SheetBook.layouts(Map.of("config/layouts/a.en.txt", file(text)), "en");
    }

    private static String file(String text) {
        return "---\ndescription: A test.\n---\n" + text + (text.endsWith("\n") ? "" : "\n");
    }
}
