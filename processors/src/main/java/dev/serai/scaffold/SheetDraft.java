package dev.serai.scaffold;

import dev.serai.files.Languages;
import dev.serai.files.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A layout or a signature in one language, and in the hub's too, since {@code check} demands it or English.
 *
 * @param language a BCP 47 tag
 * @param html whether an HTML text stands beside it
 */
public record SheetDraft(Kind kind, String name, String language, boolean html) {

    /** @throws IllegalArgumentException when the name or the language is none */
    public SheetDraft {
        Names.check(name);
        language = Languages.check(language).toLowerCase(Locale.ROOT);
    }

    /** What it is, with an example. */
    public enum Kind {
        /** How the mail that is answered stands below. */
        LAYOUT("layouts", """
                ---
                # Field codes: docs/reference/layouts.md. A line whose codes are all empty is left out.
                description: How the mail that is answered stands below.
                prefix: '>'                   # before each line of an answer's quote; what is forwarded has none
                ---
                On <$FormatDate(Original.Sent, "d MMM yyyy HH:mm")$> <$Original.From$> wrote:
                Cc: <$Original.Cc$>

                <$Original.Text$>
                """, """
                <p>On <$FormatDate(Original.Sent, "d MMM yyyy HH:mm")$> <$Original.From$> wrote:</p>
                <blockquote type="cite">
                <$Original.Html$>
                </blockquote>
                """),
        /** What stands below what people write. */
        SIGNATURE("signatures", """
                ---
                # Field codes: docs/reference/layouts.md. A line whose codes are all empty is left out.
                description: Below what people write.
                fallbacks: {Agent.FullName: Your service team}
                ---
                <$Agent.FullName$>
                Example Ltd, 1 Example Street, Example Town
                """, """
                <p><b><$Agent.FullName$></b>
                <br>Example Ltd, 1 Example Street, Example Town
                </p>
                """);

        private final String folder;
        private final String text;
        private final String markup;

        Kind(String folder, String text, String markup) {
            this.folder = folder;
            this.text = text;
            this.markup = markup;
        }
    }

    /**
     * The files.
     *
     * @param hub the language of {@code serai.language}
     * @param there whether a file is there, by its path below the instance folder
     */
    public Draft draft(String hub, Predicate<String> there) {
        List<Draft.File> files = new ArrayList<>(in(language));
        String inHub = hub.toLowerCase(Locale.ROOT);
        if (!inHub.equals(language) && !language.equals("en") && !there.test(path(inHub) + ".txt")) {
            files.addAll(in(inHub));
        }
        String key = kind == Kind.LAYOUT ? "layout" : "signature";
        return new Draft(
                files,
                List.of(
                        "the words; field codes such as <$Original.From$>: docs/reference/layouts.md",
                        "an account or a queue takes it by " + key + ": " + name),
                List.of("check"));
    }

    private String path(String tag) {
        return "config/" + kind.folder + "/" + name + "." + tag;
    }

    private List<Draft.File> in(String tag) {
        String path = path(tag);
        Draft.File text = new Draft.File(path + ".txt", kind.text);
        return html ? List.of(text, new Draft.File(path + ".html", kind.markup)) : List.of(text);
    }
}
