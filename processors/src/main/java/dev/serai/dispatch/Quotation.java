package dev.serai.dispatch;

import dev.serai.display.SafeHtml;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Party;
import dev.serai.response.Block;
import dev.serai.response.Field;
import dev.serai.response.ResponseContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mail that is answered, as values of a layout. Its HTML is made safe, with the pictures that it brought itself, under
 * names of this mail; pictures of other servers, which would tell who reads, are left out.
 */
final class Quotation {
    private static final int LONGEST = 100_000;

    private final Interaction parent;
    private final Original original;
    private final String pictureName;
    private final Map<String, Attached> shown = new LinkedHashMap<>();

    /** @param pictureName what names of pictures begin with, unique to this mail */
    Quotation(Interaction parent, Original original, String pictureName) {
        this.parent = parent;
        this.original = original;
        this.pictureName = pictureName;
    }

    /** @param html whether the mail has HTML, so that the original's is wanted */
    ResponseContext in(ResponseContext context, boolean html) {
        Content content = parent.content();
        String text = CleanText.clipped(content.text(), LONGEST).stripTrailing();
        ResponseContext filled = context.with(Field.ORIGINAL_FROM, named(content.from()))
                .with(Field.ORIGINAL_TO, named(content.to()))
                .with(Field.ORIGINAL_CC, named(content.cc()))
                .with(Field.ORIGINAL_SUBJECT, Fields.joined(content.subject()))
                .with(Field.ORIGINAL_TEXT, text)
                .with(Field.ORIGINAL_QUOTED, prefixed(text, ">"));
        return html ? filled.with(Field.ORIGINAL_HTML, html(text)) : filled;
    }

    /** The pictures that its HTML shows; known when that was asked for. */
    List<Attached> pictures() {
        return List.copyOf(shown.values());
    }

    /** Each line behind the prefix; between them a space, but where it is quoted already (RFC 3676, section 4.5). */
    static String prefixed(String text, String prefix) {
        return text.lines()
                .map(line -> prefix + (line.startsWith(prefix) ? "" : " ") + line)
                .collect(Collectors.joining("\n"));
    }

    /** A layout without HTML of its own, in a mail that has some. */
    static String html(Block block) {
        return block.html()
                .orElseGet(() -> "<blockquote type=\"cite\">" + preformatted(block.text()) + "</blockquote>");
    }

    private String html(String text) {
        String theirs = original.html();
        if (theirs.isBlank()) {
            return preformatted(text);
        }
        return SafeHtml.fragment(theirs, this::picture);
    }

    private String picture(String contentId) {
        return original.pictures().stream()
                .filter(picture -> contentId.equals(picture.contentId()))
                .findFirst()
                .map(picture -> "cid:"
                        + shown.computeIfAbsent(
                                        contentId, id -> picture.shownAs("p" + (shown.size() + 1) + "." + pictureName))
                                .contentId())
                .orElse("");
    }

    private static String preformatted(String text) {
        return "<pre style=\"white-space: pre-wrap\">" + Html.escaped(text) + "</pre>";
    }

    private static String named(List<Party> parties) {
        return parties.stream().map(Quotation::named).collect(Collectors.joining(", "));
    }

    private static String named(@Nullable Party party) {
        if (party == null) {
            return "";
        }
        return Fields.joined(party.name() == null ? party.address() : party.name() + " <" + party.address() + ">");
    }
}
