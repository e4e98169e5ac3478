package dev.serai.view;

import dev.serai.files.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields that the views of one queue may name: those that every row has, the columns that the queue declares, and
 * the interaction's others, each of which takes one of the slots of the row when it is first named. Not thread-safe.
 */
public final class FieldBook {
    /** So many fields that have no column of their own can be named in one queue. */
    public static final int SLOTS = 8;

    static final String USER_DATA = "userData.";
    private static final Map<String, ViewField> FIXED = fixed();
    private static final Set<String> SLOTTED = Set.of(
            "capturePoint",
            "externalId",
            "parentId",
            "threadId",
            "type",
            "serviceType",
            "dispositionCode",
            "subject",
            "from",
            "to",
            "messageId");

    private final Map<String, String> columns;
    private final List<String> slots = new ArrayList<>();

    /** @param columns names with the field behind each; see {@link #declare} */
    public FieldBook(Map<String, String> columns) {
        this.columns = Map.copyOf(columns);
    }

    /**
     * Takes a declared column up, whether a view names it or not.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public void declare(String column) {
        if (FIXED.containsKey(column) || SLOTTED.contains(column)) {
            throw new IllegalArgumentException("column '" + column + "' has the name of a field; choose another");
        }
        if (!column.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "'" + column + "' is no name for a column; expected letters, digits and _, such as customerTier");
        }
        String path = columns.getOrDefault(column, column);
        if (!isField(path)) {
            throw new IllegalArgumentException("column '" + column + "': '" + path
                    + "' is no field; expected userData.<key>" + Nearest.guess(path, names()));
        }
        behind(column, path);
    }

    /**
     * The field of a name, as a column of the queue or by itself.
     *
     * @throws IllegalArgumentException when there is none, with the nearest, or when there are too many
     */
    public ViewField field(String name) {
        String path = columns.getOrDefault(name, name);
        if (!isField(path)) {
            Set<String> known = new TreeSet<>(names());
            known.addAll(columns.keySet());
            throw new IllegalArgumentException("'" + name
                    + "' is neither a field that views know nor a column of the queue" + Nearest.guess(name, known));
        }
        return behind(name, path);
    }

    /** The fields behind the slots taken so far, in order. */
    public List<String> slots() {
        return List.copyOf(slots);
    }

    private static boolean isField(String path) {
        return FIXED.containsKey(path)
                || SLOTTED.contains(path)
                || (path.startsWith(USER_DATA) && path.length() > USER_DATA.length());
    }

    private ViewField behind(String name, String path) {
        ViewField fixed = FIXED.get(path);
        if (fixed != null) {
            return new ViewField(name, fixed.column(), fixed.type(), fixed.source());
        }
        if (!slots.contains(path)) {
            if (slots.size() == SLOTS) {
                throw new IllegalArgumentException("'" + name + "' is one too many: the views of a queue can name "
                        + SLOTS + " fields that have no column of their own, and have "
                        + String.join(", ", slots));
            }
            slots.add(path);
        }
        return new ViewField(name, "c" + (slots.indexOf(path) + 1), ViewField.Type.TEXT, ViewField.Source.SLOT);
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(FIXED.keySet());
        names.addAll(SLOTTED);
        return names;
    }

    private static Map<String, ViewField> fixed() {
        Map<String, ViewField> fields = new LinkedHashMap<>();
        add(fields, "id", "id", ViewField.Type.TEXT, ViewField.Source.WORK);
        add(fields, "tenant", "tenant", ViewField.Type.TEXT, ViewField.Source.WORK);
        add(fields, "queue", "queue", ViewField.Type.TEXT, ViewField.Source.WORK);
        add(fields, "state", "state", ViewField.Type.TEXT, ViewField.Source.WORK);
        add(fields, "assignedTo", "owner", ViewField.Type.TEXT, ViewField.Source.WORK);
        add(fields, "priority", "priority", ViewField.Type.NUMBER, ViewField.Source.WORK);
        add(fields, "placement", "placement", ViewField.Type.NUMBER, ViewField.Source.WORK);
        add(fields, "placedInQueueAt", "placed_at", ViewField.Type.TIME, ViewField.Source.WORK);
        add(fields, "movedToQueueAt", "moved_at", ViewField.Type.TIME, ViewField.Source.WORK);
        add(fields, "availableAt", "available_at", ViewField.Type.TIME, ViewField.Source.WORK);
        add(fields, "assignedAt", "assigned_at", ViewField.Type.TIME, ViewField.Source.WORK);
        add(fields, "heldAt", "held_at", ViewField.Type.TIME, ViewField.Source.WORK);
        add(fields, "heldUntil", "held_until", ViewField.Type.TIME, ViewField.Source.WORK);
        add(fields, "receivedAt", "received_at", ViewField.Type.TIME, ViewField.Source.INTERACTION);
        add(fields, "mediaType", "media_type", ViewField.Type.TEXT, ViewField.Source.INTERACTION);
        add(fields, "subtype", "subtype", ViewField.Type.TEXT, ViewField.Source.INTERACTION);
        add(fields, "kind", "kind", ViewField.Type.TEXT, ViewField.Source.INTERACTION);
        add(fields, "language", "language", ViewField.Type.TEXT, ViewField.Source.INTERACTION);
        add(fields, "category", "category", ViewField.Type.TEXT, ViewField.Source.INTERACTION);
        add(fields, "contactId", "contact_id", ViewField.Type.TEXT, ViewField.Source.INTERACTION);
        return Collections.unmodifiableMap(fields);
    }

    private static void add(
            Map<String, ViewField> fields, String name, String column, ViewField.Type type, ViewField.Source source) {
        fields.put(name, new ViewField(name, column, type, source));
    }
}
