package dev.serai.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that readers ask a file for, and as what, taken from their source. */
final class ReaderKeys {
    private static final Pattern ASKED = Pattern.compile(
            "\\b(text|required|map|reader|list|texts|textMap|truth|number|duration|size|secret|choice|name"
                    + "|parsed|node|phrases|regex|date|chain|addresses|rules|spans|tenant)\\(\\s*(?:keys,\\s*)?\"(\\w+)\""
                    + "(?:,\\s*([\\w.-]+))?"
                    + "(?:,\\s*([\\w.-]+))?");
    private static final Pattern CASE = Pattern.compile("case ((?:\"\\w+\",? ?)+)->");

    private ReaderKeys() {}

    /**
     * One question of a reader.
     *
     * @param as the method, such as {@code duration}
     * @param least of a number; empty when it is none
     */
    record Asked(String key, String as, String least, String most) {}

    /** By key and method; of several questions for one key, each. */
    static Map<String, Asked> of(List<String> sources) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (String source : sources) {
            String text = text(source);
            Matcher matcher = ASKED.matcher(text);
            while (matcher.find()) {
                String key = matcher.group(2);
                String as = matcher.group(1);
                asked.put(key + " " + as, new Asked(key, as, number(matcher.group(3)), number(matcher.group(4))));
            }
            if (source.equals("trial/TestMail")) {
                fields(text, asked);
            }
        }
        return asked;
    }

    private static void fields(String text, Map<String, Asked> asked) {
        Matcher matcher = CASE.matcher(text);
        while (matcher.find()) {
            for (String word : matcher.group(1).split("[\", ]+")) {
                if (!word.isEmpty()) {
                    asked.put(word + " case", new Asked(word, "case", "", ""));
                }
            }
        }
    }

    private static String number(String text) {
        return text != null && text.matches("-?[\\d_]+") ? text.replace("_", "") : "";
    }

    private static String text(String source) {
        try {
            return Files.readString(
                    EditorSchema.CHECKOUT.resolve("processors/src/main/java/dev/serai/" + source + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
