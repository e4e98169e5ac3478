package dev.serai.dispatch;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.response.Block;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the mail says in the end.
 *
 * @param pictures which the HTML shows and the draft does not bring along
 */
record Body(String text, @Nullable String html, List<Attached> pictures) {
    /** The line above a signature (RFC 3676, section 4.3). */
    private static final String SIGNATURE = "-- ";

    private static final String END_OF_BODY = "</body>";

    static Body of(String text, @Nullable String html) {
        return new Body(CleanText.of(text), html == null ? null : CleanText.of(html), List.of());
    }

    /** With a signature below, unless it is there already. */
    Body signed(Block signature) {
        String bare = signature.text().strip();
        if (bare.isEmpty() || text.contains(bare)) {
            return this;
        }
        String mark = bare.startsWith(SIGNATURE + "\n") ? "" : SIGNATURE + "\n";
        String ofHtml = signature
                .html()
                .orElseGet(() -> "<p>-- <br>" + Html.escaped(bare).replace("\n", "<br>") + "</p>");
        return new Body(
                text.stripTrailing() + "\n\n" + mark + bare + "\n", html == null ? null : into(html, ofHtml), pictures);
    }

    /** With the original below. */
    Body with(String plain, String asHtml, List<Attached> shown) {
        String below = html == null ? null : into(html, asHtml);
        String whole = text.stripTrailing() + "\n\n" + plain.stripTrailing() + "\n";
        return new Body(whole.stripLeading(), below, html == null ? List.of() : joined(shown));
    }

    /** With pictures that its HTML shows. */
    Body showing(List<Attached> shown) {
        return new Body(text, html, joined(shown));
    }

    private List<Attached> joined(List<Attached> shown) {
        return Stream.concat(pictures.stream(), shown.stream()).toList();
    }

    /** Without HTML. */
    Body plain() {
        return html == null ? this : new Body(text, null, List.of());
    }

    private static String into(String html, String addition) {
        int end = endOfBody(html);
        return end < 0 ? html + addition : html.substring(0, end) + addition + html.substring(end);
    }

    /** Where the last end tag of the body stands; -1 without one. A lower-cased copy may be longer than the text. */
    private static int endOfBody(String html) {
        int at = html.length() - END_OF_BODY.length();
        while (at >= 0 && !html.regionMatches(true, at, END_OF_BODY, 0, END_OF_BODY.length())) {
            at--;
        }
        return Math.max(at, -1);
    }
}
