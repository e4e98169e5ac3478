package dev.serai.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message identifiers (RFC 5322 section 3.6.4) out of headers as they are found: always with angle brackets. */
public final class MessageIds {
    private static final int LONGEST = 998;
    private static final int MOST = 500;

    private MessageIds() {}

    /** The first identifier of a value; null where there is none. */
    public static @Nullable String first(@Nullable String value) {
        List<String> ids = all(value);
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** All identifiers of a value in their order, the newest 500; words without brackets count if nothing has any. */
    public static List<String> all(@Nullable String value) {
        List<String> ids = new ArrayList<>();
        String text = value == null ? "" : value;
        int open = text.indexOf('<');
        while (open >= 0) {
            int close = text.indexOf('>', open);
            int end = close < 0 ? text.length() : close;
            add(ids, text.substring(text.lastIndexOf('<', end - 1) + 1, end));
            open = text.indexOf('<', end);
        }
        if (ids.isEmpty()) {
            bareWords(text, ids);
        }
        return ids.size() > MOST ? ids.subList(ids.size() - MOST, ids.size()) : ids;
    }

    private static void bareWords(String text, List<String> ids) {
        for (String word : text.strip().split("[\\s,<>]+", MOST)) {
            if (word.indexOf('@') > 0) {
                add(ids, word);
            }
        }
    }

    private static void add(List<String> ids, String content) {
        String id = content.replaceAll("\\s+", "");
        if (!id.isEmpty() && id.length() <= LONGEST) {
            ids.add("<" + id + ">");
        }
    }

    /** An identifier without its brackets, as in {@code cid:} references; null for null and for nothing. */
    static @Nullable String bare(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String id = HeaderText.clean(value).replace("<", "").replace(">", "").strip();
        return id.isEmpty() ? null : id;
    }
}
