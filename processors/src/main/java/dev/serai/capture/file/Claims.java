package dev.serai.capture.file;

import dev.serai.capture.file.FileLook.Work;
import dev.serai.capture.file.Inbox.Seen;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes files the hub's own by renaming them, which only one of several nodes can do, and knows those that it has not
 * finished.
 */
final class Claims {
    /** What another node claimed so long ago, and did not finish, is taken over; two that do the same harm nobody. */
    static final Duration ABANDONED = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<UUID, Integer> unfinished = new ConcurrentHashMap<>();
    private boolean first = true;

    Claims(Clock clock) {
        this.clock = clock;
    }

    /**
     * What became of an attempt to claim files.
     *
     * @param trouble why some could not be claimed; null when nothing was wrong
     */
    record Taken(List<Work> work, @Nullable FolderTrouble trouble) {}

    /** Claims files; durable when it returns, so that a power cut does not bring one back under its old name. */
    Taken take(List<Seen> files, Folders folders, Sightings sightings) throws IOException {
        List<Work> work = new ArrayList<>();
        FolderTrouble trouble = null;
        for (Seen file : files) {
            Claim claim = Claim.of(file.path(), folders.work(), clock);
            try {
                Files.move(file.path(), claim.path(), StandardCopyOption.ATOMIC_MOVE);
                sightings.renamed(file.path(), claim.path());
                unfinished.put(claim.id(), 0);
                work.add(new Work(claim, file.stamp()));
            } catch (NoSuchFileException gone) {
                // its sender took it back, or another node was faster
            } catch (IOException failure) {
                trouble = FolderTrouble.of("cannot claim a file of the folder " + folders.inbound(), failure);
            }
        }
        Durable.sync(folders.work());
        Durable.sync(folders.inbound());
        work.forEach(any -> CrashWindow.FILE_CLAIMED.pass());
        return new Taken(work, trouble);
    }

    /** What was claimed before: by this node, also before it was started again, or by one that seems dead. */
    List<Claim> before(Folders folders) throws IOException {
        List<Claim> found = new ArrayList<>();
        for (Claim claim : Inbox.claims(folders.work())) {
            if (first) {
                unfinished.putIfAbsent(claim.id(), 0);
            }
            if (unfinished.containsKey(claim.id()) || claim.at().plus(ABANDONED).isBefore(clock.instant())) {
                found.add(claim);
            }
        }
        first = false;
        unfinished.keySet().retainAll(Set.copyOf(found.stream().map(Claim::id).toList()));
        return found;
    }

    /** It is where it stays. */
    void finished(Claim claim) {
        unfinished.remove(claim.id());
    }

    /** Notes that its work begins again, in its name; where that cannot be written it is tried all the same. */
    Claim begun(Claim claim) {
        return claim.starts() == 0 ? claim : renamed(claim, claim.begun());
    }

    /** Whatever ended the work was not the file's fault, and does not count. */
    void notBegun(Claim begun, Claim before) {
        if (!begun.equals(before)) {
            Claim unused = renamed(begun, before);
        }
    }

    private static Claim renamed(Claim from, Claim to) {
        try {
            Files.move(from.path(), to.path(), StandardCopyOption.ATOMIC_MOVE);
            return to;
        } catch (IOException gone) {
            return from; // settled, done by another node, or in a folder that will make trouble by itself
        }
    }

    /** It was tried in vain; how often until now. */
    int failed(Claim claim) {
        return unfinished.merge(claim.id(), 1, Integer::sum);
    }
}
