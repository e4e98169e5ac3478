package dev.serai.capture.sql;

import dev.serai.files.Nearest;
import dev.serai.files.Notify;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.lookup.NamedQuery;
import dev.serai.lookup.QueryParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides a file into its sections, by the lines {@code -- name: <section>}, and reads each. To be used once. */
final class StatementsReader {
    private static final Pattern HEAD = Pattern.compile("\\s*--\\s*name:\\s*(\\S*)\\s*");
    private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/");

    private final String path;
    private final String[] lines;
    private final Problems problems = new Problems();
    private final Map<Section, NamedQuery> sections = new EnumMap<>(Section.class);
    private final Map<Notify.Kind, NamedQuery> news = new EnumMap<>(Notify.Kind.class);
    private final Map<String, Place> places = new LinkedHashMap<>();

    StatementsReader(String path, String text) {
        this.path = path;
        this.lines = text.split("\\R", -1);
    }

    PointStatements read() {
        String word = "";
        int begin = 0;
        for (int at = 0; at < lines.length; at++) {
            Matcher head = HEAD.matcher(lines[at]);
            if (head.matches()) {
                end(word, begin, at);
                word = head.group(1);
                begin = at + 1;
                begins(word, begin);
            }
        }
        end(word, begin, lines.length);
        return new PointStatements(sections, news, places, problems.list());
    }

    private void begins(String word, int line) {
        if (places.putIfAbsent(word, Place.of(path, line)) != null) {
            problems.error(Place.of(path, line), "section '" + word + "' is there twice");
        }
    }

    private void end(String word, int from, int to) {
        String text = String.join("\n", Arrays.asList(lines).subList(from, to));
        boolean blank = COMMENTS.matcher(text).replaceAll("").isBlank();
        if (from == 0) {
            if (!blank) {
                problems.error(
                        Place.of(path, 1), "a statement stands below a line '-- name: <section>'; this one has none");
            }
        } else if (blank) {
            problems.error(Place.of(path, from), "section '" + word + "' is empty; expected one statement");
        } else {
            section(word, new QueryParser(path, from + 1, text));
        }
    }

    private void section(String word, QueryParser parser) {
        Optional<Section> section = Section.of(word);
        Optional<Notify.Kind> kind = kind(word);
        Place place = places.getOrDefault(word, Place.of(path, 1));
        try {
            if (section.isPresent()) {
                sections.putIfAbsent(
                        section.get(), section.get().reads() ? parser.parseReading(word) : parser.parseChanging(word));
            } else if (kind.isPresent()) {
                news.putIfAbsent(kind.get(), parser.parseChanging(word));
            } else {
                problems.error(place, "unknown section '" + word + "'" + Nearest.hint(word, words()));
            }
        } catch (QueryParser.Unusable unusable) {
            problems.error(unusable.place(), String.valueOf(unusable.getMessage()));
        }
    }

    private static Optional<Notify.Kind> kind(String word) {
        return Arrays.stream(Notify.Kind.values())
                .filter(kind -> word.equals(PointStatements.NOTIFY + kind.word()))
                .findFirst();
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        Arrays.stream(Section.values()).map(Section::word).forEach(words::add);
        Arrays.stream(Notify.Kind.values())
                .map(kind -> PointStatements.NOTIFY + kind.word())
                .forEach(words::add);
        return words;
    }
}
