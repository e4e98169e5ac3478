package dev.serai.capture.file;

import dev.serai.files.FilePointDefinition.Reading;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what lies in a folder. */
final class Inbox {
    private static final Set<String> UNFINISHED = Set.of(".tmp", ".part");
    private final List<PathMatcher> include;

    Inbox(Reading reading) {
        this.include = reading.include().stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A file as it looked at one moment. */
    record Seen(Path path, Stamp stamp) {}

    /**
     * What lies there.
     *
     * @param files that are to be taken, in no order
     * @param strange links and such, of which none is followed or opened
     */
    record Listing(List<Seen> files, int strange) {}

    /** What is to be taken from the folder in which files arrive. */
    Listing list(Path inbound) throws IOException {
        List<Seen> files = new ArrayList<>();
        int strange = 0;
        for (Path file : entries(inbound)) {
            if (isWanted(file)) {
                try {
                    BasicFileAttributes attributes =
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile()) {
                        files.add(new Seen(file, Stamp.of(attributes)));
                    } else if (!attributes.isDirectory()) {
                        strange++;
                    }
                } catch (NoSuchFileException vanished) {
                    // somebody took it back, or another node has it
                }
            }
        }
        return new Listing(files, strange);
    }

    /** All that has a name of a claim. */
    static List<Claim> claims(Path work) throws IOException {
        return entries(work).stream()
                .flatMap(file -> Claim.found(file).stream())
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
            return entries;
        } catch (DirectoryIteratorException broken) {
            throw FolderTrouble.of("cannot list the folder " + folder, Objects.requireNonNull(broken.getCause()));
        } catch (IOException failure) {
            throw FolderTrouble.of("cannot list the folder " + folder, failure);
        }
    }

    private boolean isWanted(Path file) {
        String name = SafeName.of(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && Stream.of(file.getFileSystem().getPath(name))
                        .anyMatch(simple -> include.stream().anyMatch(pattern -> pattern.matches(simple)));
    }
}
