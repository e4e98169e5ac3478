package dev.serai.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Finds files that nobody would read because of their name or encoding. */
final class FileNames {
    private static final List<String> ROUTE_ENDINGS = List.of(".camel.yaml", ".kamelet.yaml", ".test.yaml");
    private static final List<String> TEXT_ENDINGS = List.of(".yaml", ".txt", ".html", ".sql");
    private final Problems problems;

    FileNames(Problems problems) {
        this.problems = problems;
    }

    void check(FileSet files) {
        for (String path : files.paths()) {
            String lower = path.toLowerCase(Locale.ROOT);
            boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
            if (yaml && path.startsWith("routes/") && ROUTE_ENDINGS.stream().noneMatch(path::endsWith)) {
                ignored(path, "a file below routes/ ends in " + String.join(", ", ROUTE_ENDINGS));
            } else if (yaml && !path.endsWith(".yaml")) {
                ignored(path, "the ending is .yaml");
            }
            if (TEXT_ENDINGS.stream().anyMatch(path::endsWith)) {
                files.bytes(path).ifPresent(bytes -> utf8(path, bytes));
            }
        }
    }

    private void ignored(String path, String expected) {
        problems.warning(Place.of(path, 1), "this file is not read; " + expected);
    }

    private void utf8(String path, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(rest);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.error(Place.of(path, line), "not UTF-8 text; save the file in UTF-8");
        }
    }
}
