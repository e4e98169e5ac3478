package dev.serai.capture.file;

import dev.serai.capture.file.FileLook.Work;
import dev.serai.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Files that are worked on side by side; what one meets does not keep the others, but for an absent database. */
final class Batch {
    private final ExecutorService workers;
    private final FileWork work;
    private final BooleanSupplier goesOn;
    private volatile StoreException.@Nullable Unavailable away;
    private @Nullable IOException trouble;

    /** @param goesOn asked before each file */
    Batch(ExecutorService workers, FileWork work, BooleanSupplier goesOn) {
        this.workers = workers;
        this.work = work;
        this.goesOn = goesOn;
    }

    /** Returns when all are done, or left for later. */
    void run(List<Work> files) {
        List<Future<@Nullable Void>> running = new ArrayList<>();
        for (Work file : files) {
            running.add(workers.submit(() -> {
                one(file);
                return null;
            }));
        }
        running.forEach(this::join);
        StoreException.Unavailable gone = away;
        if (gone != null) {
            throw gone;
        }
    }

    /** Keeps a trouble to be told at the end. */
    void met(@Nullable IOException one) {
        trouble = one == null ? trouble : one;
    }

    /** What was met last. */
    @Nullable
    IOException trouble() {
        return trouble;
    }

    private void one(Work file) throws FolderTrouble {
        try {
            if (away == null && goesOn.getAsBoolean()) {
                work.run(file.claim(), file.stamp());
            }
        } catch (StoreException.Unavailable gone) {
            away = gone;
        }
    }

    private void join(Future<@Nullable Void> one) {
        try {
            one.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            met(new FolderTrouble("stopped while files were read"));
        } catch (ExecutionException failed) {
            met(
                    failed.getCause() instanceof IOException broken
                            ? broken
                            : new IOException("a file was not read", failed.getCause()));
        }
    }
}
