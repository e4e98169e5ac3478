package dev.serai.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An order that an index of the table {@code work} serves, so that no queue is ever sorted. The last key is the id: no
 * two rows are equal.
 */
public record ViewOrder(List<Key> keys) {
    /** The keys of the indexes, as they are written in files; each can be read from its other end too. */
    private static final List<ViewOrder> SERVED = List.of(
            of(down("priority", "priority"), up("placedInQueueAt", "placed_at")),
            of(up("receivedAt", "received_at")),
            of(up("placedInQueueAt", "placed_at")),
            of(down("priority", "priority"), up("receivedAt", "received_at")));

    /** The order that counts when none is named. */
    public static final ViewOrder DEFAULT = SERVED.get(0);

    public ViewOrder {
        keys = List.copyOf(keys);
    }

    /**
     * A part of an order.
     *
     * @param field as written in files
     * @param column of the table {@code work}
     */
    public record Key(String field, String column, boolean descending) {
        Key turned() {
            return new Key(field, column, !descending);
        }

        public boolean isTime() {
            return column.endsWith("_at");
        }

        private String words() {
            return field + (descending ? " desc" : "");
        }
    }

    /**
     * Reads an order as in SQL. The beginning of a served order is served too.
     *
     * @throws IllegalArgumentException saying which orders there are, when no index serves this one
     */
    public static ViewOrder parse(String text, FieldBook fields) {
        List<Key> wanted = new ArrayList<>();
        for (String term : text.split(",", -1)) {
            wanted.add(term(term.strip(), fields));
        }
        for (ViewOrder served : SERVED) {
            for (ViewOrder order : List.of(served, served.turned())) {
                if (order.beginsWith(wanted)) {
                    return order;
                }
            }
        }
        throw new IllegalArgumentException("no index serves '" + text
                + "', so every pull would sort the whole queue; expected one of "
                + SERVED.stream().map(ViewOrder::phrase).collect(Collectors.joining("; "))
                + "; or the reverse of one");
    }

    private static Key term(String term, FieldBook fields) {
        String[] words = term.split("\\s+", -1);
        if (words.length > 2 || (words.length == 2 && !words[1].matches("(?i)asc|desc"))) {
            throw new IllegalArgumentException("'" + term + "' is not a field with asc or desc behind it");
        }
        boolean descending =
                words.length == 2 && words[1].toLowerCase(Locale.ROOT).equals("desc");
        return new Key(words[0], fields.field(words[0]).column(), descending);
    }

    private boolean beginsWith(List<Key> wanted) {
        if (wanted.size() > keys.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            Key key = keys.get(i);
            if (!key.column().equals(wanted.get(i).column())
                    || key.descending() != wanted.get(i).descending()) {
                return false;
            }
        }
        return true;
    }

    private ViewOrder turned() {
        return new ViewOrder(keys.stream().map(Key::turned).toList());
    }

    /** What stands behind `order by`. */
    public String sql() {
        return keys.stream()
                .map(key -> key.column() + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Whether its index has only the rows of queues that are looked at by views. */
    boolean needsReceived() {
        return !equals(DEFAULT) && !equals(DEFAULT.turned());
    }

    /** As it would be written in a file. */
    private String phrase() {
        return keys.subList(0, keys.size() - 1).stream().map(Key::words).collect(Collectors.joining(", "));
    }

    private static ViewOrder of(Key... keys) {
        List<Key> all = new ArrayList<>(List.of(keys));
        all.add(up("id", "id"));
        return new ViewOrder(all);
    }

    private static Key up(String field, String column) {
        return new Key(field, column, false);
    }

    private static Key down(String field, String column) {
        return new Key(field, column, true);
    }
}
