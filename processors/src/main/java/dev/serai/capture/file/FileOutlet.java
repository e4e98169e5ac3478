package dev.serai.capture.file;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.files.FilePointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlet;
import dev.serai.store.OutgoingRow;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers and news into the folder {@code notification}: under temporary names and to the disk side by side, which
 * costs hardly more than one, then to their names in order.
 */
final class FileOutlet implements Outlet {
    private static final int AT_ONCE = 8;

    private final PointName name;
    private final CapturePoints points;
    private final ExecutorService writers;

    FileOutlet(PointName name, CapturePoints points) {
        this.name = name;
        this.points = points;
        this.writers = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "serai-answers-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public List<Late> send(List<OutgoingRow> rows) throws IOException, InterruptedException {
        CaptureEnvironment environment = points.environment();
        FilePointDefinition point =
                environment.generation().get().points(FilePointDefinition.class).get(name);
        if (point == null) {
            throw new FolderTrouble("the file of the capture point is gone");
        }
        Path folder = Folders.of(point, environment.home().folder()).notification();
        try {
            write(folder, rows);
            rename(folder, rows, new AnswerName(folder, point.answerNames()));
            return List.of();
        } catch (IOException failure) {
            FolderTrouble trouble = FolderTrouble.of("cannot write into the folder " + folder, failure);
            points.health(name).noted(trouble.sentence());
            throw trouble;
        }
    }

    @Override
    public void close() {
        writers.shutdown();
    }

    private void write(Path folder, List<OutgoingRow> rows) throws IOException, InterruptedException {
        List<Future<@Nullable Void>> writing = new ArrayList<>();
        for (OutgoingRow row : rows) {
            writing.add(writers.submit(() -> {
                Durable.write(temporary(folder, row), row.body().getBytes(StandardCharsets.UTF_8));
                return null;
            }));
        }
        IOException trouble = null;
        for (Future<@Nullable Void> one : writing) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                trouble = failed.getCause() instanceof IOException broken
                        ? broken
                        : new IOException("an answer was not written", failed.getCause());
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private static void rename(Path folder, List<OutgoingRow> rows, AnswerName names) throws IOException {
        for (OutgoingRow row : rows) {
            CrashWindow.FILE_WRITTEN.pass();
            Files.move(temporary(folder, row), names.of(row), StandardCopyOption.ATOMIC_MOVE);
        }
        Durable.sync(folder);
    }

    private static Path temporary(Path folder, OutgoingRow row) {
        return folder.resolve("." + AnswerName.id(row) + ".tmp");
    }
}
