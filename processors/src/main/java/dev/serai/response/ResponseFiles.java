package dev.serai.response;

import dev.serai.files.Place;
import dev.serai.files.Problems;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the files of a folder together: languages under their name, HTML to its text. */
final class ResponseFiles {
    private final Set<String> attachments;
    private final Problems problems;
    private final Map<String, Map<String, StandardResponse>> byName = new TreeMap<>();
    private final Map<ResponseName, String> htmls = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    ResponseFiles(Set<String> attachments, Problems problems) {
        this.attachments = attachments;
        this.problems = problems;
    }

    void add(String path, String content) {
        Optional<ResponseName> name = ResponseName.of(path);
        if (name.isEmpty()) {
            problems.error(
                    Place.of(path, 1),
                    "expected a file name <name>.<language>.txt or .html, such as ack-billing.de.txt");
        } else if (name.get().html()) {
            htmls.put(name.get(), content);
        } else {
            addText(name.get(), content);
        }
    }

    private void addText(ResponseName name, String content) {
        if (!seen.add(key(name))) {
            problems.error(Place.of(name.path(), 1), "response '" + key(name) + "' stands in another file too");
            return;
        }
        new ResponseReader(name, attachments, problems)
                .read(content)
                .ifPresent(response -> byName.computeIfAbsent(name.name(), any -> new TreeMap<>())
                        .put(name.language(), response));
    }

    /** All responses by name and language, after the checks that need all files. */
    Map<String, Map<String, StandardResponse>> complete(String defaultLanguage) {
        htmls.forEach(this::join);
        byName.values().forEach(languages -> check(languages, defaultLanguage));
        return byName;
    }

    private void join(ResponseName name, String content) {
        if (!seen.contains(key(name))) {
            problems.error(Place.of(name.path(), 1), "there is no " + key(name) + ".txt for this HTML text");
            return;
        }
        String html = content.replace("\r\n", "\n");
        Template template = Template.parse(html, Template.lines(name.path(), 1, html), problems);
        template.refuse(Field::ofOriginal, ResponseReader.ORIGINAL, problems);
        byName.getOrDefault(name.name(), new TreeMap<>())
                .computeIfPresent(name.language(), (language, response) -> response.with(template));
    }

    private void check(Map<String, StandardResponse> languages, String defaultLanguage) {
        StandardResponse any = languages.values().iterator().next();
        String name = any.info().name();
        if (ResponseName.widened(defaultLanguage).stream().noneMatch(tag -> seen.contains(name + "." + tag))) {
            problems.error(
                    any.place(),
                    "response '" + name + "' does not exist in the default language '" + defaultLanguage
                            + "' (serai.language), expected a file " + name + "." + defaultLanguage + ".txt");
        }
        languages.values().forEach(this::idle);
        languages.values().stream()
                .flatMap(StandardResponse::uncovered)
                .forEach(use -> problems.warning(
                        use.place(),
                        Template.column(use.place()) + use.reference()
                                + " may be empty and has no fallback; add it to 'fallbacks'"));
    }

    private void idle(StandardResponse response) {
        response.idle()
                .sorted(Comparator.comparing(FieldReference::toString))
                .forEach(field -> problems.warning(
                        response.place(), "'fallbacks': " + field + " is read by no field code of this response"));
    }

    private static String key(ResponseName name) {
        return name.name() + "." + name.language();
    }
}
