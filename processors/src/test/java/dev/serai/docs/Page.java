package dev.serai.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documents.
 *
 * @param path relative to the checkout
 */
record Page(String path, String text) {
    static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\S*)\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** README and everything in docs/, sorted. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(CHECKOUT.resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(file -> of(CHECKOUT.relativize(file).toString()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Page of(String path) {
        try {
            return new Page(path, Files.readString(CHECKOUT.resolve(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = FENCED.matcher(text);
        while (matcher.find()) {
            int line = 1 + (int) text.substring(0, matcher.start()).lines().count();
            blocks.add(new Block(matcher.group(1), matcher.group(2), line));
        }
        return blocks;
    }

    boolean hasFiles() {
        return blocks().stream().anyMatch(block -> block.file().isPresent());
    }

    boolean hasCommands() {
        return blocks().stream().anyMatch(Block::isShell);
    }

    /** Where its links lead within the repository, as written. */
    List<String> links() {
        return LINK.matcher(withoutBlocks())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** What its headings are called in links. */
    Set<String> anchors() {
        return HEADING.matcher(withoutBlocks())
                .results()
                .map(found -> found.group(1))
                .map(heading -> heading.toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String withoutBlocks() {
        return FENCED.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return path;
    }
}
