package dev.serai.capture.file;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.file.Claims.Taken;
import dev.serai.capture.file.FileLook.Found;
import dev.serai.capture.file.FileLook.Work;
import dev.serai.files.FilePointDefinition;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks into the folder of a point and brings what is whole to its end, a batch at a time. */
final class FileRound implements AutoCloseable {
    /** So many are claimed by two syncs of folders. */
    private static final int BATCH = 64;

    private final FilePointDefinition point;
    private final CapturePoints points;
    private final Folders folders;
    private final Claims claims;
    private final Sightings sightings;
    private final PointHealth health;
    private final FileWork work;
    private final ExecutorService workers;

    FileRound(
            FilePointDefinition point,
            CapturePoints points,
            Claims claims,
            Sightings sightings,
            Consumer<Captured> steps) {
        this.point = point;
        this.points = points;
        this.folders = Folders.of(point, points.environment().home().folder());
        this.claims = claims;
        this.sightings = sightings;
        this.health = points.health(point.name());
        this.work = new FileWork(point, folders, claims, points.environment(), health, steps);
        this.workers = Executors.newFixedThreadPool(point.reading().concurrency(), task -> {
            Thread thread = new Thread(task, "serai-file-" + point.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What became of a look.
     *
     * @param trouble of the last file that made any; null when none did
     */
    record Looked(Duration next, @Nullable IOException trouble) {}

    /** Makes sure that files can go all their ways. */
    void open() throws IOException {
        new FolderDoor(points.environment().home().folder()).open(folders);
    }

    /**
     * One look.
     *
     * @param goesOn asked before each file
     * @return when to look again, and what made trouble, after all were tried
     */
    Looked look(BooleanSupplier goesOn) throws IOException {
        Found found = new FileLook(folders, point.reading(), claims, sightings).look();
        health.succeeded(found.waiting());
        if (found.strange() > 0) {
            health.noted("left in " + folders.inbound() + " since only files are read: " + found.strange()
                    + " links or devices");
        }
        Batch batch = new Batch(workers, work, goesOn);
        batch.run(
                found.claimed().stream().filter(one -> one.claim().starts() < 2).toList());
        for (Work suspect :
                found.claimed().stream().filter(one -> one.claim().starts() > 1).toList()) {
            batch.run(List.of(suspect)); // alone: one that ends the hub takes no neighbour with it
        }
        for (int from = 0; from < found.ready().size() && goesOn.getAsBoolean(); from += BATCH) {
            int to = Math.min(found.ready().size(), from + BATCH);
            Taken taken = claims.take(found.ready().subList(from, to), folders, sightings);
            batch.met(taken.trouble());
            batch.run(taken.work());
        }
        return new Looked(found.next(), batch.trouble());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
