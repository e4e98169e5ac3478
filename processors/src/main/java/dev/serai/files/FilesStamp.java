package dev.serai.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names, times and sizes of all files that an engineer edits: unequal ones tell that something was written. */
public final class FilesStamp {
    private static final String SETTINGS = "config/application.properties";
    private final Map<Path, Object> stamps;
    /** Their content, since a file that is only written anew says the same. */
    private final Map<Path, String> settings = new TreeMap<>();

    private FilesStamp(Map<Path, Object> stamps) {
        this.stamps = stamps;
        stamps.keySet().stream()
                .filter(path -> path.endsWith(SETTINGS))
                .forEach(path -> settings.put(path, text(path)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * How the files stand now.
     *
     * @throws UncheckedIOException when they cannot be listed, for instance since one vanished meanwhile
     */
    public static FilesStamp of(Home home) {
        return new FilesStamp(FileSetReader.stamps(home));
    }

    /** One that could not be had. */
    public static Optional<FilesStamp> tried(Home home) {
        try {
            return Optional.of(of(home));
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the settings are the same, which are read at start only. */
    public boolean hasSettingsOf(FilesStamp other) {
        return settings.equals(other.settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilesStamp stamp && stamps.equals(stamp.stamps);
    }

    @Override
    public int hashCode() {
        return stamps.hashCode();
    }
}
