package dev.serai.capture.file;

import dev.serai.interaction.InteractionId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is the hub's to read: it lies in the work folder under a name that no other file ever had.
 *
 * @param id the delivery key, a UUIDv7
 * @param name what it is called elsewhere
 * @param path where it lies
 */
record Claim(UUID id, String name, Path path) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(.+)", Pattern.DOTALL);

    /** How a file is to be called when it is claimed now. */
    static Claim of(Path file, Path work, Clock clock) {
        UUID id = UUID.fromString(InteractionId.next(clock).value());
        String name = SafeName.of(file);
        return new Claim(id, name, work.resolve(id + "_" + name));
    }

    /** A file of the work folder; empty when it has no name of a claim. */
    static Optional<Claim> found(Path file) {
        Matcher name = FORM.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(new Claim(UUID.fromString(name.group(1)), name.group(2), file))
                : Optional.empty();
    }

    /** When it was claimed, by the clock of the node that did. */
    Instant at() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
