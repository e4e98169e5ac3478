package dev.serai.response;

import dev.serai.files.Belonging;
import dev.serai.files.Nearest;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All standard responses of one generation. Immutable; one instance serves all threads. */
public final class ResponseBook {
    private final Map<String, Map<String, StandardResponse>> byName;
    private final String defaultLanguage;
    private final List<Problem> problems;

    private ResponseBook(
            Map<String, Map<String, StandardResponse>> byName, String defaultLanguage, List<Problem> problems) {
        this.byName = byName;
        this.defaultLanguage = defaultLanguage;
        this.problems = problems;
    }

    /**
     * Reads response files; never throws for what stands in them: a response that cannot be used is left out and named
     * in {@link #problems()}.
     *
     * @param texts content of the {@code .txt} and {@code .html} files by path
     * @param attachments the names of the files in {@code config/responses/attachments/}
     * @param defaultLanguage {@code serai.language}, in which every response must exist
     */
    public static ResponseBook load(Map<String, String> texts, Set<String> attachments, String defaultLanguage) {
        Problems problems = new Problems();
        ResponseFiles files = new ResponseFiles(attachments, problems);
        new TreeMap<>(texts).forEach(files::add);
        return new ResponseBook(files.complete(defaultLanguage), defaultLanguage, problems.list());
    }

    /** The same with what a tenant may use only: its own responses and shared ones. */
    public ResponseBook of(String tenant) {
        Map<String, Map<String, StandardResponse>> own = new TreeMap<>();
        byName.forEach((name, languages) -> {
            Map<String, StandardResponse> usable = new TreeMap<>(languages);
            usable.values().removeIf(response -> !Belonging.may(tenant, response.info()));
            if (!usable.isEmpty()) {
                own.put(name, usable);
            }
        });
        return new ResponseBook(own, defaultLanguage, problems);
    }

    /** What is wrong with the files, and what is doubtful. */
    public List<Problem> problems() {
        return problems;
    }

    /** The names of all responses. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** Every response in every language. */
    public List<ResponseInfo> responses() {
        return byName.values().stream()
                .flatMap(languages -> languages.values().stream())
                .map(StandardResponse::info)
                .toList();
    }

    /** The response that a language would be answered with; empty when there is none of this name. */
    public Optional<ResponseInfo> find(String name, @Nullable String language) {
        return chosen(name, language).map(StandardResponse::info);
    }

    /** Why a name is none of this book's responses; empty when it is one. */
    public Optional<String> unknown(String name) {
        return byName.containsKey(name)
                ? Optional.empty()
                : Optional.of("there is no standard response '" + name + "'" + Nearest.hint(name, byName.keySet()));
    }

    /**
     * Renders a response in the language itself, else its base language, else the default language.
     *
     * @param usage what for
     * @param language a BCP 47 tag; null for the default language
     * @param now when it is sent: it has to be valid on that day, in the time zone of the context
     * @throws ResponseException when there is none, it is inactive, not approved, out of date or not meant for this use
     */
    public Rendered render(String name, Usage usage, @Nullable String language, ResponseContext context, Instant now)
            throws ResponseException {
        ResponseInfo info = known(name, language).info();
        Optional<String> unusable = info.unusable(now, context.timeZone()).or(() -> info.unfit(usage));
        if (unusable.isPresent()) {
            throw new ResponseException(unusable.get());
        }
        return draft(name, language, context, now);
    }

    /**
     * Renders a response whether it may be used or not, for somebody to look at.
     *
     * @throws ResponseException when there is none
     */
    public Rendered draft(String name, @Nullable String language, ResponseContext context, Instant now)
            throws ResponseException {
        return known(name, language).render(context, now);
    }

    private StandardResponse known(String name, @Nullable String language) throws ResponseException {
        return chosen(name, language)
                .orElseThrow(() -> new ResponseException(unknown(name)
                        .orElse("response '" + name
                                + "' exists neither in the language '" + language + "' nor in the default language '"
                                + defaultLanguage + "'")));
    }

    private Optional<StandardResponse> chosen(String name, @Nullable String language) {
        Map<String, StandardResponse> languages = byName.getOrDefault(name, Map.of());
        List<String> tags = new ArrayList<>(language == null ? List.of() : ResponseName.widened(language));
        tags.addAll(ResponseName.widened(defaultLanguage));
        return tags.stream().filter(languages::containsKey).findFirst().map(languages::get);
    }
}
