package dev.serai.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names, times and sizes of all files that an engineer edits: unequal ones tell that something was written. */
public final class FilesStamp {
    private static final String SETTINGS = "config/application.properties";
    private final Map<Path, Object> stamps;
    private final Map<Path, Object> settings;

    private FilesStamp(Map<Path, Object> stamps) {
        this.stamps = stamps;
        this.settings = new TreeMap<>(stamps);
        settings.keySet().removeIf(path -> !path.endsWith(SETTINGS));
    }

    /**
     * How the files stand now.
     *
     * @throws java.io.UncheckedIOException when they cannot be listed, for instance since one vanished meanwhile
     */
    public static FilesStamp of(Home home) {
        return new FilesStamp(FileSetReader.stamps(home));
    }

    /** One that could not be had. */
    public static Optional<FilesStamp> tried(Home home) {
        try {
            return Optional.of(of(home));
        } catch (java.io.UncheckedIOException unreadable) {
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
