package dev.serai.capture.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Since when files look as they do; of files that are gone nothing is kept. Not thread-safe. */
final class Sightings {
    private record Sighting(Stamp stamp, long since) {}

    private final LongSupplier nanos;
    private final Map<Path, Sighting> seen = new HashMap<>();

    Sightings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How much longer it must look so; zero or less = long enough. */
    Duration left(Path file, Stamp stamp, Duration stableFor) {
        long now = nanos.getAsLong();
        Sighting before = seen.get(file);
        if (before == null || !before.stamp().equals(stamp)) {
            seen.put(file, new Sighting(stamp, now));
            return stableFor;
        }
        return stableFor.minusNanos(now - before.since());
    }

    /** It has another name now. */
    void renamed(Path from, Path to) {
        Sighting sighting = seen.remove(from);
        if (sighting != null) {
            seen.put(to, sighting);
        }
    }

    /** Forgets all others. */
    void retain(Set<Path> files) {
        seen.keySet().retainAll(files);
    }
}
