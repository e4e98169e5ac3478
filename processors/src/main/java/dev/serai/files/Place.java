package dev.serai.files;

/**
 * Where something stands in a file.
 *
 * @param file the path relative to the home folder, with forward slashes
 * @param line the line, from 1; 0 when the file as a whole is meant
 * @param column the column, from 1; 0 when the line as a whole is meant
 */
public record Place(String file, int line, int column) {
    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** A whole line of a file. */
    public static Place of(String file, int line) {
        return new Place(file, line, 0);
    }

    @Override
    public String toString() {
        return file + ":" + Math.max(line, 1);
    }
}
