package dev.serai.response;

import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlReader;
import java.util.Map;
import java.util.Optional;

/** Reads the files of layouts, or those of signatures. */
final class SheetReader {
    private static final String ONLY_IN_LAYOUTS = "the original stands in layouts only (config/layouts)";

    private final boolean layouts;
    private final Problems problems;

    /** @param layouts whether they may show the mail that is answered */
    SheetReader(boolean layouts, Problems problems) {
        this.layouts = layouts;
        this.problems = problems;
    }

    /** What a `.txt` says; empty when it cannot be used, which is among the problems then. */
    Optional<Sheet> text(ResponseName name, String content) {
        Problems own = new Problems();
        Optional<Sheet> sheet = FrontMatter.split(name.path(), content, own)
                .flatMap(matter -> YamlFile.parse(name.path(), matter.yaml())
                        .map(own)
                        .map(map -> sheet(name, new YamlReader(map, own), matter, own)));
        problems.addAll(own.list());
        return own.hasErrors() ? Optional.empty() : sheet;
    }

    /** What the `.html` beside it says. */
    Template html(ResponseName name, String content) {
        String html = content.replace("\r\n", "\n");
        Template template = Template.parse(html, Template.lines(name.path(), 1, html), problems);
        template.refuseMarkupInFormulas(problems);
        refuseOriginal(template, problems);
        return template;
    }

    private Sheet sheet(ResponseName name, YamlReader keys, FrontMatter matter, Problems own) {
        Template text =
                Template.parse(matter.text(), Template.lines(name.path(), matter.textLine(), matter.text()), own);
        text.refuse(field -> field == Field.ORIGINAL_HTML, "HTML stands in the .html beside this file only", own);
        refuseOriginal(text, own);
        keys.text("description");
        String prefix = layouts ? QuotePrefix.of(keys) : "";
        Map<FieldReference, String> fallbacks = ResponseReader.fallbacks(keys, keys.textMap("fallbacks"));
        keys.rejectUnknown();
        return new Sheet(name.language(), text, Optional.empty(), prefix, fallbacks, Place.of(name.path(), 1));
    }

    private void refuseOriginal(Template template, Problems to) {
        if (!layouts) {
            template.refuse(Field::ofOriginal, ONLY_IN_LAYOUTS, to);
        }
    }
}
