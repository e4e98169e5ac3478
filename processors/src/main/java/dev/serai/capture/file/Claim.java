package dev.serai.capture.file;

import dev.serai.interaction.InteractionId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that is the hub's to read: it lies in the work folder under a name that no other file ever had.
 *
 * @param id the delivery key, a UUIDv7
 * @param name what it is called elsewhere
 * @param path where it lies
 * @param starts so often its work was begun before this look, as far as its name tells; 0 when it was claimed just now
 */
record Claim(UUID id, String name, Path path, int starts) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:~([1-9]))?_(.+)", Pattern.DOTALL);

    /** How a file is to be called when it is claimed now. */
    static Claim of(Path file, Path work, Clock clock) {
        UUID id = UUID.fromString(InteractionId.next(clock).value());
        String name = SafeName.of(file);
        return new Claim(id, name, work.resolve(id + "_" + name), 0);
    }

    /** A file of the work folder; empty when it has no name of a claim. */
    static Optional<Claim> found(Path file) {
        Matcher name = FORM.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(new Claim(UUID.fromString(name.group(1)), name.group(3), file, starts(name.group(2))))
                : Optional.empty();
    }

    /** The same, begun once more: its name outlives a hub that it ends. */
    Claim begun() {
        int next = starts + 1;
        return new Claim(id, name, path.resolveSibling(id + "~" + next + "_" + name), next);
    }

    private static int starts(@Nullable String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }

    /** When it was claimed, by the clock of the node that did. */
    Instant at() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
