package dev.serai.response;

import dev.serai.files.Place;
import dev.serai.files.Problems;
import java.util.Optional;

/**
 * A file that begins with YAML between two lines {@code ---}.
 *
 * @param yaml the YAML behind one empty line, so that its lines count as in the file
 * @param text what follows
 * @param textLine the line on which the text begins, from 1
 */
record FrontMatter(String yaml, String text, int textLine) {
    private static final String FENCE = "---";

    static Optional<FrontMatter> split(String path, String content, Problems problems) {
        String normal = content.replace("\r\n", "\n");
        String[] lines = (normal.startsWith("\uFEFF") ? normal.substring(1) : normal).split("\n", -1);
        if (!lines[0].stripTrailing().equals(FENCE)) {
            problems.error(Place.of(path, 1), "expected --- on the first line, then the keys, then --- and the text");
            return Optional.empty();
        }
        StringBuilder yaml = new StringBuilder("\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].stripTrailing().equals(FENCE)) {
                String text = String.join("\n", java.util.Arrays.asList(lines).subList(i + 1, lines.length));
                return Optional.of(new FrontMatter(yaml.toString(), text, i + 2));
            }
            yaml.append(lines[i]).append('\n');
        }
        problems.error(Place.of(path, 1), "the keys that begin here are never closed, expected a second line ---");
        return Optional.empty();
    }

    /** A line of the file among those of the YAML; empty when there is none. */
    String line(int number) {
        return yaml.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
    }
}
