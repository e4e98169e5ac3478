package dev.serai.check;

import dev.serai.files.FilePointDefinition;
import dev.serai.files.Generation;
import dev.serai.files.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Finds file points that would take each other's files. */
final class FilePointCheck implements Check {
    private static final Path INSTANCE = Path.of("");

    @Override
    public void check(Generation generation, Problems problems) {
        Map<Path, FilePointDefinition> first = new HashMap<>();
        for (FilePointDefinition point :
                generation.points(FilePointDefinition.class).values()) {
            Path inbound = point.folders().resolve(INSTANCE, point.folders().inbound());
            FilePointDefinition before = first.putIfAbsent(inbound, point);
            if (before != null) {
                problems.error(
                        point.point().places().of("folder"),
                        "file point '" + point.name() + "' takes files from " + inbound + ", as '" + before.name()
                                + "' at " + before.point().place()
                                + " does; expected a folder 'inbound' for each");
            }
        }
    }
}
