package dev.serai.scaffold;

import java.util.List;

/**
 * Files that belong together, ready to be written.
 *
 * @param files in the order in which an engineer reads them
 * @param edit what of it is an example and wants to be changed; one line each
 * @param next commands to run then, without {@code ./serai}
 */
public record Draft(List<File> files, List<String> edit, List<String> next) {
    /** Keeps copies. */
    public Draft {
        files = List.copyOf(files);
        edit = List.copyOf(edit);
        next = List.copyOf(next);
    }

    /**
     * One file.
     *
     * @param path below the instance folder
     */
    public record File(String path, String text) {}

    /** One file alone. */
    static Draft of(File file, List<String> edit, List<String> next) {
        return new Draft(List.of(file), edit, next);
    }
}
