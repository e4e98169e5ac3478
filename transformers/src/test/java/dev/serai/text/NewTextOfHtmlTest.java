package dev.serai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTextOfHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=\"gmail_quote\"><div class=\"gmail_attr\">Som Eva sade:<br></div><blockquote class=\"gmail_quote\">"
                        + "<p>Where?</p></blockquote></div>",
                "<div class=\"moz-cite-prefix\">Eva:<br></div><blockquote type=\"cite\"><p>Where?</p></blockquote>",
                "<div class=\"yahoo_quoted\"><div>Eva:</div><div>Where?</div></div>",
                "<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>X:</b> Eva</div><div>Where?</div>",
                "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm'><p><b>X:</b> Eva</p></div></div>"
                        + "<p>Where?</p>",
                "<div style=\"border:none;border-top:solid #B5C4DF 1.0pt\"><p>Eva</p></div><p>Where?</p>",
                "<p>Eva a dit le 20.11. :</p><blockquote>Where?</blockquote>",
            })
    void quotationOfThePageShouldNotBeNew(String quotation) {
        String html = "<html><body><p>On its way.</p><p>Tina</p>" + quotation + "</body></html>";
        NewText found = NewText.of(HtmlText.of(html), html);
        assertThat(found.text()).isEqualTo("On its way.\n\nTina");
        assertThat(found.quoted()).contains("Where?");
    }

    @Test
    void answersBetweenQuotationsShouldBeNew() {
        String html =
                "<p>Hi</p><div class=gmail_quote><div class=gmail_attr>Eva:</div><blockquote class=gmail_quote>When?"
                        + "</blockquote><div>Tomorrow.</div><blockquote class=gmail_quote>Where?</blockquote><div>Here.</div></div>";
        assertThat(NewText.of(HtmlText.of(html), html).text()).isEqualTo("Hi\n\nTomorrow.\nHere.");
    }

    @Test
    void signatureOfThePageShouldBeApart() {
        String html = "<p>Broken.</p><div class=\"gmail_signature\"><div>Tina</div><div>Lamps Ltd</div></div>";
        NewText found = NewText.of(HtmlText.of(html), html);
        assertThat(found.text()).isEqualTo("Broken.");
        assertThat(found.signature()).contains("Tina\nLamps Ltd");
    }

    @Test
    void indentedParagraphShouldStayNew() {
        String html = "<p>Please note:</p><blockquote>Chapter one</blockquote><p>Thanks</p>";
        assertThat(NewText.of(HtmlText.of(html), html).text()).isEqualTo("Please note:\n\nChapter one\n\nThanks");
    }

    @Test
    void forwardedPageWithoutOwnWordsShouldBeTheWhole() {
        String html =
                "<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: Eva"
                        + "</div><p>Where?</p></div>";
        assertThat(NewText.of(HtmlText.of(html), html).text()).contains("Where?");
    }
}
