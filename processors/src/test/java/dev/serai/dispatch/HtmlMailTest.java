package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** HTML, the pictures that it shows, and the HTML of what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlMailTest {
    private static final byte[] PIXEL = {1, 2, 3};

    private DispatchHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new DispatchHouse(folder).account("host: 127.0.0.1");
    }

    @AfterAll
    void close() {
        house.close();
    }

    /** What came with the mail that is answered. */
    private record Theirs(String html, List<Attached> pictures) implements Original {}

    @Test
    void picturesThatTheHtmlShowsShouldBeOfItsAlternative() {
        Attached logo = Attached.of("logo.png", "image/png", PIXEL).shownAs("logo@example.com");
        Attached unseen = Attached.of("more.png", "image/png", PIXEL).shownAs("more");
        Attached terms = Attached.of("terms.pdf", "application/pdf", PIXEL);

        InteractionId id =
                house.store(null, draft("<p>Hi <img src=\"cid:logo@example.com\"></p>", terms, logo, unseen));
        Parsed mail = Parsed.of(house.raw(id));

        assertThat(mail.shape()).isEqualTo("mixed(alternative(plain related(html png)) pdf png)");
        assertThat(mail.leaves().get(2).getHeader().getField("Content-ID").getBody())
                .isEqualTo("<logo@example.com>");
        assertThat(mail.leaves().get(2).getDispositionType()).isEqualTo("inline");
        assertThat(mail.leaves().get(4).getHeader().getField("Content-ID")).isNull();
        assertThat(house.load(id).content().attachments())
                .extracting(one -> one.name() + " " + one.inline())
                .containsExactly("logo.png true", "terms.pdf false", "more.png false");
        assertThat(house.raw(id)).containsPattern("multipart/related;\\s+type=\"text/html\";\\s+boundary=");
    }

    @Test
    void theHtmlOfTheOriginalShouldBeQuotedWithItsPicturesAndNothingThatRuns() {
        Attached shown = Attached.of("cat.png", "image/png", PIXEL).shownAs("cat@sender");
        Attached hidden = Attached.of("dog.png", "image/png", PIXEL).shownAs("dog@sender");
        Theirs theirs = new Theirs(
                "<html><body onload=\"x()\"><style>p{}</style><p style=\"color:red\">Look: <img src=\"cid:cat@sender\">"
                        + "<img src=\"https://tracker.example/1.gif\"><script>alert(1)</script>"
                        + "<a href=\"javascript:x()\">here</a><form><input></form></p></body></html>",
                List.of(hidden, shown));
        Interaction parent = house.stored(Originals.inbound(Originals.content().build()));

        InteractionId id = house.store(parent, draft("<p>Nice</p>"), new Wishes(true, null).about(theirs));
        Parsed mail = Parsed.of(house.raw(id));
        String html = mail.text("text/html");

        assertThat(mail.shape()).isEqualTo("alternative(plain related(html png))");
        assertThat(html)
                .startsWith(
                        "<p>Nice</p><hr>\n<blockquote type=\"cite\">\n<p>From: Jo Öberg &lt;jo@example.org&gt;\n<br>Sent: ")
                .contains("<p style=\"color:red", "Look: <img src=\"cid:p1." + id + "@example.com\">")
                .doesNotContainPattern("(?i)script|onload|tracker|<form|<input|<style|Cc:");
        assertThat(mail.leaves().get(2).getHeader().getField("Content-ID").getBody())
                .isEqualTo("<p1." + id + "@example.com>");
    }

    @Test
    void anOriginalWithoutHtmlShouldStandAsText() {
        Interaction parent = house.stored(
                Originals.inbound(Originals.content().text("a < b\n  c").build()));

        InteractionId id = house.store(parent, draft("<p>Nice</p>"), new Wishes(true, null));

        assertThat(Parsed.of(house.raw(id)).text("text/html"))
                .contains("<pre style=\"white-space: pre-wrap\">a &lt; b\n  c</pre>");
    }

    @Test
    void aPictureOfTheOriginalMayBeShownAndOneThatNobodyHasIsRefused() {
        Theirs theirs = new Theirs(
                "", List.of(Attached.of("cat.png", "image/png", PIXEL).shownAs("cat@sender")));
        Interaction parent = house.stored(Originals.inbound(Originals.content().build()));
        Wishes wishes = new Wishes(false, null).about(theirs);

        InteractionId id = house.store(parent, draft("<img src='cid:cat@sender'>"), wishes);

        assertThat(Parsed.of(house.raw(id)).shape()).isEqualTo("alternative(plain related(html png))");
        assertThatThrownBy(() -> house.store(parent, draft("<img src=\"cid:dog\">"), wishes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cid:dog', which is the contentId of no attachment");
    }

    @Test
    void whatIsPutBelowShouldStandAtTheEndOfTheBodyWhateverIsInIt() {
        Interaction parent = house.stored(Originals.inbound(Originals.content().build()));
        String turkish = "<html><BODY>" + "\u0130".repeat(40) + "</Body></html>";

        InteractionId id = house.store(parent, draft(turkish), new Wishes(true, null));
        String html = Parsed.of(house.raw(id)).text("text/html");

        assertThat(html)
                .startsWith("<html><BODY>" + "\u0130".repeat(40) + "<hr>")
                .endsWith("</blockquote>\n</Body></html>");
    }

    @Test
    void longLinesShouldTravelInPieces() {
        InteractionId id = house.store(null, draft("<p>" + "x".repeat(50_000) + "</p>"));

        assertThat(house.raw(id).lines()).allMatch(line -> line.length() <= 998);
        assertThat(Parsed.of(house.raw(id)).text("text/html")).hasSize(50_007);
    }

    private static OutboundDraft draft(String html, Attached... files) {
        return new OutboundDraft(
                Kind.REPLY,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Hi",
                "Hi",
                html,
                List.of(files),
                null,
                "en");
    }
}
