package dev.serai.files;

import java.util.List;
import java.util.Optional;

/**
 * A YAML 1.2 file as a tree with line marks.
 *
 * @param path the path relative to the home folder
 * @param root the tree; empty when the text is not YAML, or nothing stands in it
 * @param problems why there is no tree, or what is doubtful in it
 */
public record YamlFile(String path, Optional<YamlNode> root, List<Problem> problems) {
    /** Keeps a copy. */
    public YamlFile {
        problems = List.copyOf(problems);
    }

    /** Reads a text; never throws: what is wrong is in {@link #problems()}. */
    public static YamlFile parse(String path, String text) {
        Problems problems = new Problems();
        Optional<YamlNode> root = new YamlParser(path, problems).parse(text);
        return new YamlFile(path, root, problems.list());
    }

    /** The root as a map, noting an error when it is something else. */
    public Optional<YamlMap> map(Problems to) {
        to.addAll(problems);
        if (root.isPresent() && root.get() instanceof YamlMap map) {
            return Optional.of(map);
        }
        if (problems.isEmpty()) {
            String found = root.map(YamlNode::kind).orElse("an empty file");
            to.error(Place.of(path, 1), "expected keys with values, found " + found);
        }
        return Optional.empty();
    }
}
