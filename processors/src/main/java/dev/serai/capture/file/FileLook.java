package dev.serai.capture.file;

import dev.serai.capture.file.Inbox.Listing;
import dev.serai.capture.file.Inbox.Seen;
import dev.serai.files.FilePointDefinition.Reading;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One look: which files are whole, and how long to wait for the others. */
final class FileLook {
    /** The order in which files were changed last. */
    private static final Comparator<Seen> ORDER = Comparator.comparing(
                    (Seen file) -> file.stamp().modified())
            .thenComparing(file -> file.path().getFileName());

    private final Folders folders;
    private final Reading reading;
    private final Claims claims;
    private final Sightings sightings;
    private final Set<Path> there = new HashSet<>();
    private Duration next;

    FileLook(Folders folders, Reading reading, Claims claims, Sightings sightings) {
        this.folders = folders;
        this.reading = reading;
        this.claims = claims;
        this.sightings = sightings;
        this.next = reading.pollInterval();
    }

    /**
     * What a look found.
     *
     * @param claimed before, and whole
     * @param ready to be claimed
     * @param waiting all files that are to be taken, whole or not
     * @param strange links and such, which are left where they are
     * @param next when the next of them may be whole, at the latest when the next look is due
     */
    record Found(List<Work> claimed, List<Seen> ready, int waiting, int strange, Duration next) {}

    /** A claimed file that is whole. */
    record Work(Claim claim, Stamp stamp) {}

    Found look() throws IOException {
        List<Seen> old = claimed();
        Listing listing = new Inbox(reading).list(folders.inbound());
        List<Work> work = whole(old).stream()
                .flatMap(file -> Claim.found(file.path()).map(claim -> new Work(claim, file.stamp())).stream())
                .toList();
        List<Seen> ready = whole(listing.files());
        sightings.retain(there);
        return new Found(work, ready, there.size(), listing.strange(), next);
    }

    private List<Seen> claimed() throws IOException {
        List<Seen> old = new ArrayList<>();
        for (Claim claim : claims.before(folders)) {
            try {
                old.add(new Seen(claim.path(), Stamp.of(claim.path())));
            } catch (NoSuchFileException finished) {
                // by another node, since the folder was listed
            }
        }
        return old;
    }

    private List<Seen> whole(List<Seen> files) {
        List<Seen> whole = new ArrayList<>();
        for (Seen file : files) {
            there.add(file.path());
            Duration left = sightings.left(file.path(), file.stamp(), reading.stableFor());
            if (left.compareTo(Duration.ZERO) <= 0) {
                whole.add(file);
            } else if (left.compareTo(next) < 0) {
                next = left;
            }
        }
        whole.sort(ORDER);
        return whole;
    }
}
