package dev.serai.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement with named parameters (`:name`) as JDBC takes it.
 *
 * @param sql with a question mark for each parameter
 * @param places the positions of each name, from 1
 * @param count of the question marks
 */
record Positional(String sql, Map<String, List<Integer>> places, int count) {

    static Positional of(String named) {
        StringBuilder sql = new StringBuilder(named.length());
        Map<String, List<Integer>> places = new HashMap<>();
        int count = 0;
        for (int at = 0; at < named.length(); ) {
            int end = end(named, at);
            if (isName(named, at, end)) {
                places.computeIfAbsent(named.substring(at + 1, end), any -> new ArrayList<>())
                        .add(++count);
                sql.append('?');
            } else {
                sql.append(named, at, end);
            }
            at = end;
        }
        return new Positional(sql.toString(), Map.copyOf(places), count);
    }

    /** Where the piece that begins there ends: a text, a remark, a cast, a name, or one character. */
    private static int end(String text, int at) {
        if (text.charAt(at) == '\'') {
            return after(text, text.indexOf('\'', at + 1), 1);
        }
        if (text.startsWith("--", at)) {
            return after(text, text.indexOf('\n', at), 0);
        }
        if (text.startsWith("::", at)) {
            return at + 2;
        }
        int end = at + 1;
        if (text.charAt(at) == ':') {
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int after(String text, int found, int more) {
        return found < 0 ? text.length() : found + more;
    }

    private static boolean isName(String text, int at, int end) {
        return text.charAt(at) == ':' && end > at + 1 && text.charAt(at + 1) != ':';
    }
}
