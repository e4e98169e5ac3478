package dev.serai.live;

import dev.serai.files.FilesStamp;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that files were written, on any file system: it looks at names, times and sizes again and again, and tells when
 * they have been the same for a while and are read twice alike.
 */
public final class Watcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    /** So often files are read although nothing about them changed: clocks of file systems are coarse, work goes away. */
    private static final Duration ANYHOW = Duration.ofSeconds(15);

    private final Home home;
    private final Generations generations;
    private final Duration quiet;
    private final Duration interval;
    private final FilesStamp atStart;
    private final ScheduledExecutorService thread = Ticks.named("serai-config-watch", 1);
    private volatile FilesStamp last;
    private long changedAt = System.nanoTime();
    private boolean settled;
    private String unreadable = "";

    /**
     * @param atStart how the files stood when the hub read them
     * @param quiet so long nothing may be written before files are read
     * @param interval between two looks
     */
    public Watcher(Home home, Generations generations, FilesStamp atStart, Duration quiet, Duration interval) {
        this.home = home;
        this.generations = generations;
        this.quiet = quiet;
        this.interval = interval;
        this.atStart = atStart;
        this.last = atStart;
    }

    public void start() {
        ScheduledFuture<?> unused = Endurance.every(thread, "edited-files", interval, interval, this::pass);
    }

    /** Whether the settings were edited, which count from the next start. */
    public boolean hasNewSettings() {
        return !last.hasSettingsOf(atStart);
    }

    private void pass() {
        try {
            look();
            unreadable = "";
        } catch (UncheckedIOException failure) {
            told(failure);
        } catch (StoreException.Unavailable away) {
            LOG.debug("the database is away, edited files wait");
            settled = false;
        } catch (RuntimeException failure) {
            LOG.error("edited files could not be considered, they are again", failure);
        }
    }

    private void look() {
        Optional<FilesStamp> now = FilesStamp.tried(home);
        if (now.isEmpty() || !now.get().equals(last)) {
            changedAt = System.nanoTime();
            settled = false;
            now.ifPresent(stamp -> last = stamp);
        } else if (elapsed(settled ? ANYHOW : quiet)) {
            consider();
        }
    }

    private boolean elapsed(Duration time) {
        return System.nanoTime() - changedAt >= time.toNanos();
    }

    private void consider() {
        Generation first = Generation.load(home);
        boolean alike =
                FilesStamp.of(home).equals(last) && Generation.load(home).id().equals(first.id());
        changedAt = System.nanoTime();
        if (alike) {
            generations.settled(first);
            settled = true;
        }
    }

    private void told(UncheckedIOException failure) {
        String words = String.valueOf(failure.getMessage());
        if (!words.equals(unreadable)) {
            unreadable = words;
            LOG.warn("edited files cannot be read, it is tried again reason={}", words);
        }
        changedAt = System.nanoTime();
    }

    @Override
    public void close() {
        Ticks.end(thread);
    }
}
