package dev.serai.scaffold;

import dev.serai.files.Place;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Adds an item to the end of a list in a YAML file; everything else stays as it is, comments too. */
public final class ListEnd {
    private ListEnd() {}

    /**
     * The text with one more item.
     *
     * @param path for the message
     * @param key of the list, at the top of the file
     * @param item its lines, not indented, without the dash
     * @throws IllegalArgumentException when there is no such list, or it is written in one line
     */
    public static String append(String path, String text, String key, List<String> item) {
        YamlMap root = YamlFile.parse(path, text)
                .root()
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(path + " cannot be read; `./serai check` says why"));
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\\R", -1)));
        Optional<YamlList> list = root.list(key).filter(found -> !found.items().isEmpty());
        if (list.isPresent()) {
            Place place = list.get().place();
            if (lines.get(place.line() - 1).charAt(place.column() - 1) != '-') {
                throw new IllegalArgumentException(path + ":" + place.line() + ": '" + key
                        + "' stands in brackets; write one item a line, each behind a dash, to have some added");
            }
            lines.addAll(end(root, place, lines), item(item, place.column() - 1));
        } else {
            lines.addAll(emptied(path, root, key, lines), item(item, 2));
        }
        return String.join(text.contains("\r\n") ? "\r\n" : "\n", lines);
    }

    /** The index behind the last line of the list: before the next key, or at the end of the file. */
    private static int end(YamlMap root, Place list, List<String> lines) {
        int end = root.entries().stream()
                .mapToInt(entry -> entry.key().place().line() - 1)
                .filter(line -> line >= list.line())
                .min()
                .orElse(lines.size());
        while (end > list.line() && isNoItem(lines.get(end - 1), end < lines.size())) {
            end--;
        }
        return end;
    }

    /** Empty lines, and comments in front of the next key. */
    private static boolean isNoItem(String line, boolean beforeKey) {
        return line.isBlank() || (beforeKey && line.startsWith("#"));
    }

    /** Makes {@code key: []} or a missing key to one with nothing behind it; the index behind its line. */
    private static int emptied(String path, YamlMap root, String key, List<String> lines) {
        if (root.entry(key).isEmpty()) {
            while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
                lines.remove(lines.size() - 1);
            }
            lines.add(key + ":");
            lines.add("");
            return lines.size() - 1;
        }
        int line = root.placeOf(key).line() - 1;
        if (!lines.get(line).matches(key + ":\\s*(\\[\\s*])?\\s*(#.*)?")) {
            throw new IllegalArgumentException(path + ":" + (line + 1) + ": '" + key + "' must be a list of items");
        }
        lines.set(line, lines.get(line).replaceFirst("\\[\\s*]", "").stripTrailing());
        return line + 1;
    }

    private static List<String> item(List<String> item, int indent) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < item.size(); i++) {
            lines.add(" ".repeat(indent) + (i == 0 ? "- " : "  ") + item.get(i));
        }
        return lines;
    }
}
