package dev.serai.command;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.TransformerDefinition;
import dev.serai.transform.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds types of the shipped chains that an instance's own file, which replaces the shipped one, left out. */
final class LeftOutTransformers {
    private static final String FILE = "config/transformers.yaml";

    private LeftOutTransformers() {}

    /** A warning for each direction with types that are neither listed nor, by {@code enabled: false}, refused. */
    static List<Problem> find(Home home) throws IOException {
        Path own = home.resolve(FILE);
        Path shipped = home.shipped().resolve(FILE);
        List<Problem> problems = new ArrayList<>();
        if (home.isCheckout() || !Files.exists(own) || !Files.exists(shipped)) {
            return problems;
        }
        for (Direction direction : Direction.values()) {
            Set<String> missing = types(shipped, direction);
            missing.removeAll(types(own, direction));
            if (!missing.isEmpty()) {
                problems.add(Problem.warning(
                        Place.of(FILE),
                        direction.word() + " has no " + String.join(", ", missing)
                                + ", which the shipped file has; list"
                                + " them, with 'enabled: false' what is not wanted"));
            }
        }
        return problems;
    }

    private static Set<String> types(Path file, Direction direction) throws IOException {
        return Generation.of(FileSet.ofTexts(Map.of(FILE, Files.readString(file))))
                .transformers()
                .chain(direction)
                .stream()
                .map(TransformerDefinition::type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
