package dev.serai.lookup;

import dev.serai.files.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parameters of one statement, outside of quotes and comments. To be used once. */
public final class QueryParser {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<skip>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*(?s:.*?)\\*/|(?<tag>\\$[A-Za-z_]*\\$)(?s:.*?)\\k<tag>|::)"
                    + "|:(?<name>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+)?)"
                    + "|(?<open>'|\"|/\\*)|(?<mark>\\?)|(?<end>;)");
    private static final Pattern CHANGING = Pattern.compile(
            "(?i)\\s*\\{?\\s*(update|insert|delete|merge|call|with|replace|exec|execute)\\b.*", Pattern.DOTALL);
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?i)\\s*\\(*\\s*(select|with|values|table)\\b.*", Pattern.DOTALL);

    private final String path;
    private final int firstLine;
    private final String text;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final StringBuilder sql = new StringBuilder();
    private int done;

    QueryParser(String path, String text) {
        this(path, 1, text);
    }

    /** @param firstLine of the file at which the text begins, from 1 */
    public QueryParser(String path, int firstLine, String text) {
        this.path = path;
        this.firstLine = firstLine;
        this.text = text;
    }

    /** The text is no query. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        Unusable(Place place, String reason) {
            super(reason);
            this.place = place;
        }

        /** Where. */
        public Place place() {
            return place;
        }
    }

    NamedQuery parse(String name) throws Unusable {
        NamedQuery query = statement(name);
        if (!FIRST_WORD.matcher(query.sql()).matches()) {
            throw new Unusable(
                    Place.of(path, 1), "a query begins with select, with, values or table; lookups only read");
        }
        return query;
    }

    /** A statement that gives rows. */
    public NamedQuery parseReading(String name) throws Unusable {
        NamedQuery query = statement(name);
        if (!FIRST_WORD.matcher(query.sql()).matches()) {
            throw new Unusable(place(0), "'" + name + "' reads rows; expected select, with, values or table");
        }
        return query;
    }

    /** A statement that changes rows and gives none. */
    public NamedQuery parseChanging(String name) throws Unusable {
        NamedQuery statement = statement(name);
        if (!CHANGING.matcher(statement.sql()).matches()) {
            throw new Unusable(
                    place(0), "'" + name + "' changes rows; expected update, insert, delete, merge, call or with");
        }
        return statement;
    }

    private NamedQuery statement(String name) throws Unusable {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            take(token);
        }
        sql.append(text, done, text.length());
        return new NamedQuery(name, path, sql.toString().strip(), names, places);
    }

    /** Comments go, so that what is left begins with the statement's first word. */
    private void take(Matcher token) throws Unusable {
        sql.append(text, done, token.start());
        done = token.end();
        if (token.group("name") != null) {
            names.add(token.group("name"));
            places.putIfAbsent(token.group("name"), place(token.start()));
            sql.append('?');
        } else if (token.group("open") != null) {
            throw new Unusable(place(token.start()), "this " + token.group() + " is never closed");
        } else if (token.group("mark") != null) {
            throw new Unusable(place(token.start()), "a parameter is written :name, not ?");
        } else if (token.group("end") != null) {
            rest(token.end());
        } else if (isComment(token)) {
            sql.append(' ');
        } else {
            sql.append(token.group());
        }
    }

    private void rest(int from) throws Unusable {
        String rest = text.substring(from).replaceAll("--[^\\n]*|/\\*(?s:.*?)\\*/", "");
        if (!rest.isBlank()) {
            throw new Unusable(place(from), "there is a second statement; a query is one");
        }
    }

    private static boolean isComment(Matcher token) {
        return token.group().startsWith("--") || token.group().startsWith("/*");
    }

    private Place place(int at) {
        return Place.of(
                path,
                firstLine
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }
}
