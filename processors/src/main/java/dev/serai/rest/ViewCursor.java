package dev.serai.rest;

import dev.serai.store.ViewTable.Listed;
import dev.serai.view.ViewOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A place in the order of a view, opaque to clients. */
record ViewCursor(ViewOrder order) {

    String write(Listed last) {
        return mark() + last.place().stream().map(Object::toString).collect(Collectors.joining("_", "_", ""));
    }

    /** Where to go on; empty = at the start. */
    List<Object> read(Query query) {
        String cursor = query.text("cursor");
        if (cursor == null) {
            return List.of();
        }
        String[] parts = cursor.split("_", -1);
        List<Object> place = new ArrayList<>();
        try {
            for (int i = 0; i < order.keys().size(); i++) {
                place.add(value(order.keys().get(i), parts[i + 1]));
            }
        } catch (RuntimeException foreign) {
            throw foreign(cursor);
        }
        if (!parts[0].equals(mark()) || parts.length != place.size() + 1) {
            throw foreign(cursor);
        }
        return place;
    }

    private static Object value(ViewOrder.Key key, String text) {
        if (key.isTime()) {
            return Instant.parse(text);
        }
        return key.column().equals("priority") ? (Object) Integer.valueOf(text) : text;
    }

    /** A cursor belongs to its order. */
    private String mark() {
        return Integer.toHexString(order.sql().hashCode());
    }

    private static ApiException foreign(String cursor) {
        return Query.invalid("cursor", "'" + cursor + "' is not a cursor that this hub gave as `next` for this view");
    }
}
