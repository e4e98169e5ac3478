package dev.serai.response;

import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All layouts, or all signatures, of one generation: by name, and by language as standard responses are. Immutable; one
 * instance serves all threads.
 */
public final class SheetBook {
    /** None at all. */
    public static final SheetBook EMPTY = new SheetBook("layout", Map.of(), "en", List.of());

    private static final String ENGLISH = "en";

    private final String what;
    private final Map<String, Map<String, Sheet>> byName;
    private final String defaultLanguage;
    private final List<Problem> problems;

    private SheetBook(
            String what, Map<String, Map<String, Sheet>> byName, String defaultLanguage, List<Problem> problems) {
        this.what = what;
        this.byName = byName;
        this.defaultLanguage = defaultLanguage;
        this.problems = problems;
    }

    /**
     * Reads the files of config/layouts; never throws for what stands in them.
     *
     * @param texts the {@code .txt} and {@code .html} files by path
     * @param defaultLanguage {@code serai.language}: every layout must exist in it or in English
     */
    public static SheetBook layouts(Map<String, String> texts, String defaultLanguage) {
        return load("layout", texts, defaultLanguage);
    }

    /** The same of config/signatures. */
    public static SheetBook signatures(Map<String, String> texts, String defaultLanguage) {
        return load("signature", texts, defaultLanguage);
    }

    private static SheetBook load(String what, Map<String, String> texts, String defaultLanguage) {
        Problems problems = new Problems();
        SheetReader reader = new SheetReader(what.equals("layout"), problems);
        Map<String, Map<String, Sheet>> byName = new TreeMap<>();
        Map<ResponseName, String> htmls = new LinkedHashMap<>();
        SortedSet<String> seen = new TreeSet<>();
        new TreeMap<>(texts).forEach((path, content) -> {
            Optional<ResponseName> name = ResponseName.of(path);
            if (name.isEmpty()) {
                problems.error(
                        Place.of(path, 1),
                        "expected a file name <name>.<language>.txt or .html, such as standard.de.txt");
            } else if (name.get().html()) {
                htmls.put(name.get(), content);
            } else {
                seen.add(name.get().name() + "." + name.get().language());
                reader.text(name.get(), content)
                        .ifPresent(sheet -> byName.computeIfAbsent(name.get().name(), any -> new TreeMap<>())
                                .put(name.get().language(), sheet));
            }
        });
        SheetBook book = new SheetBook(what, byName, defaultLanguage, List.of());
        htmls.forEach((name, content) -> book.join(name, content, seen, reader, problems));
        book.byName.keySet().forEach(name -> book.requireDefault(name, seen, problems));
        return new SheetBook(what, byName, defaultLanguage, problems.list());
    }

    private void join(ResponseName name, String content, SortedSet<String> seen, SheetReader reader, Problems noted) {
        if (!seen.contains(name.name() + "." + name.language())) {
            noted.error(
                    Place.of(name.path(), 1),
                    "there is no " + name.name() + "." + name.language() + ".txt for this HTML text");
            return;
        }
        Template html = reader.html(name, content);
        byName.getOrDefault(name.name(), new TreeMap<>())
                .computeIfPresent(name.language(), (language, sheet) -> sheet.with(html));
    }

    private void requireDefault(String name, SortedSet<String> seen, Problems noted) {
        boolean there = tags(defaultLanguage).anyMatch(tag -> seen.contains(name + "." + tag));
        if (!there) {
            noted.error(
                    byName.getOrDefault(name, Map.of())
                            .values()
                            .iterator()
                            .next()
                            .place(),
                    what + " '" + name + "' exists neither in the default language '" + defaultLanguage
                            + "' (serai.language) nor in English, expected a file " + name + "." + defaultLanguage
                            + ".txt");
        }
    }

    /** What is wrong with the files. */
    public List<Problem> problems() {
        return problems;
    }

    /** The names of all. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** Why a name is none of them; empty when it is one. */
    public Optional<String> unknown(String name) {
        return byName.containsKey(name)
                ? Optional.empty()
                : Optional.of("there is no " + what + " '" + name + "' in config/" + what + "s"
                        + Nearest.hint(name, byName.keySet()));
    }

    private static Stream<String> tags(String language) {
        return Stream.concat(ResponseName.widened(language).stream(), Stream.of(ENGLISH));
    }

    /**
     * One with its values, in the language itself, else its base language, else the default language, else English.
     *
     * @param language a BCP 47 tag; null for the default language
     * @return empty when there is none of this name
     */
    public Optional<Block> render(String name, @Nullable String language, ResponseContext context, Instant now) {
        Map<String, Sheet> languages = byName.getOrDefault(name, Map.of());
        return Stream.concat(
                        language == null ? Stream.empty() : ResponseName.widened(language).stream(),
                        tags(defaultLanguage))
                .filter(languages::containsKey)
                .findFirst()
                .map(languages::get)
                .map(sheet -> sheet.render(context, now));
    }
}
