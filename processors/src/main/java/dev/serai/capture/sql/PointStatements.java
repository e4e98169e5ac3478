package dev.serai.capture.sql;

import dev.serai.files.Notify;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.lookup.NamedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one database point.
 *
 * @param news by the kind of change that they tell of
 * @param places where the sections begin, by their words
 * @param problems why some are left out
 */
public record PointStatements(
        Map<Section, NamedQuery> sections,
        Map<Notify.Kind, NamedQuery> news,
        Map<String, Place> places,
        List<Problem> problems) {
    /** How the sections of notifications begin. */
    public static final String NOTIFY = "notify-";

    public PointStatements {
        sections = Map.copyOf(sections);
        news = Map.copyOf(news);
        places = Map.copyOf(places);
        problems = List.copyOf(problems);
    }

    /** Reads a file; never throws: what cannot be used is left out and named in {@link #problems()}. */
    public static PointStatements read(String path, String text) {
        return new StatementsReader(path, text).read();
    }

    /** The statement of a section. */
    public Optional<NamedQuery> find(Section section) {
        return Optional.ofNullable(sections.get(section));
    }

    /** Whether the file has a section of that word, usable or not. */
    public boolean mentions(String word) {
        return places.containsKey(word);
    }
}
