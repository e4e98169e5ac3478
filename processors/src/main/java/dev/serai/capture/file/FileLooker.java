package dev.serai.capture.file;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointState;
import dev.serai.capture.file.FileRound.Looked;
import dev.serai.files.FilePointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks into a point's folder again and again; whatever fails, it comes back. */
final class FileLooker {
    private static final Logger LOG = LoggerFactory.getLogger(FileLooker.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    private static final long PATIENCE = 10_000;

    private final PointName name;
    private final CapturePoints points;
    private final CaptureEnvironment environment;
    private final PointHealth health;
    private final Consumer<Captured> steps;
    private final Claims claims;
    private final Sightings sightings = new Sightings(System::nanoTime);
    private final Thread thread;
    private volatile boolean open = true;
    private boolean wanted;
    private int failures;
    private String trouble = "";

    FileLooker(PointName name, CapturePoints points, Consumer<Captured> steps) {
        this.name = name;
        this.points = points;
        this.environment = points.environment();
        this.health = points.health(name);
        this.steps = steps;
        this.claims = new Claims(environment.clock());
        this.thread = new Thread(this::run, "serai-files-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Looks now. */
    synchronized void wake() {
        wanted = true;
        notifyAll();
    }

    /** Waits for the files that are being read, ten seconds at most; what is claimed is taken up by the next start. */
    void stop() throws InterruptedException {
        synchronized (this) {
            open = false;
            notifyAll();
        }
        thread.join(PATIENCE);
        thread.interrupt();
    }

    private void run() {
        Endurance.loop("file point " + name, () -> open, this::turn);
    }

    private void turn() {
        FilePointDefinition point =
                environment.generation().get().points(FilePointDefinition.class).get(name);
        if (point == null || !point.point().enabled()) {
            health.rests(PointState.DISABLED);
            pause(RETRY);
        } else {
            attend(point);
        }
    }

    private void attend(FilePointDefinition point) {
        try (FileRound round = new FileRound(point, points, claims, sightings, steps)) {
            round.open();
            while (open
                    && point.equals(environment
                            .generation()
                            .get()
                            .points(FilePointDefinition.class)
                            .get(name))) {
                if (points.isPaused(name)) {
                    health.rests(PointState.PAUSED);
                    pause(RETRY);
                } else {
                    look(round);
                }
            }
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
            pause(RETRY);
        } catch (IOException | RuntimeException | Error failure) {
            tell(failure);
            Duration pause = RETRY.multipliedBy(1L << Math.min(failures++, 5));
            rest(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause);
        }
    }

    /** What one file meets does not delay the others; whether it is the folder's fault is tried before the next look. */
    private void look(FileRound round) throws IOException {
        Looked looked = round.look(() -> open && !points.isPaused(name));
        IOException met = looked.trouble();
        if (met == null) {
            failures = 0;
            trouble = "";
            rest(looked.next());
        } else {
            tell(met);
            rest(looked.next());
            round.open();
        }
    }

    private void rest(Duration next) {
        health.looksAgain(environment.clock().instant().plus(next));
        pause(next);
    }

    private void tell(Throwable failure) {
        String sentence = failure instanceof FolderTrouble told
                ? told.sentence()
                : "the folder cannot be read: " + SafeName.printable(String.valueOf(failure.getMessage()));
        health.failed(PointState.FAILING, sentence);
        if (open && !sentence.equals(trouble)) {
            trouble = sentence;
            LOG.warn("file capture point cannot go on, it is tried again point={}", name, failure);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // who wakes too early looks too early, which harms nobody
    private synchronized void pause(Duration time) {
        try {
            if (open && !wanted) {
                wait(Math.max(1, time.toMillis()));
            }
            wanted = false;
        } catch (InterruptedException stopped) {
            open = false;
        }
    }
}
