package dev.serai.capture.file;

import dev.serai.files.FilePointDefinition;
import java.nio.file.Path;

/**
 * Where a point's files are on this machine.
 *
 * @param inbound where they arrive
 * @param work where they are while they are claimed: hidden in {@code inbound}, so that claiming is a rename
 */
record Folders(Path inbound, Path work, Path processed, Path error, Path notification) {
    static Folders of(FilePointDefinition point, Path instance) {
        FilePointDefinition.Folders written = point.folders();
        Path inbound = written.resolve(instance, written.inbound());
        return new Folders(
                inbound,
                inbound.resolve(".serai-" + point.name()),
                written.resolve(instance, written.processed()),
                written.resolve(instance, written.error()),
                written.resolve(instance, written.notification()));
    }
}
