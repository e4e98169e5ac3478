package dev.serai.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads a properties file line by line, so that a message can name the line. */
final class PropertiesText {
    private PropertiesText() {}

    /** The entries by the line on which they begin. */
    static Map<Integer, Map.Entry<String, String>> read(String text) {
        Map<Integer, Map.Entry<String, String>> entries = new TreeMap<>();
        StringBuilder logical = new StringBuilder();
        int begin = 0;
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (logical.isEmpty()) {
                begin = number;
            }
            logical.append(line).append('\n');
            if (!continues(line)) {
                int first = begin;
                parse(logical.toString()).forEach((key, value) -> entries.put(first, Map.entry(key, value)));
                logical.setLength(0);
            }
        }
        return entries;
    }

    private static boolean continues(String line) {
        String start = line.stripLeading();
        int backslashes = line.length() - line.replaceFirst("\\\\+$", "").length();
        return !start.startsWith("#") && !start.startsWith("!") && backslashes % 2 == 1;
    }

    private static Map<String, String> parse(String line) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> entries.put(key, properties.getProperty(key).strip()));
        return entries;
    }
}
