package dev.serai.capture.file;

import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.point.DocumentDriver;
import dev.serai.point.PointBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Who drops files into the folders of a point. */
final class FilePointDriver implements DocumentDriver {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REASON = ".reason.txt";
    private final AtomicInteger number = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Path folder;

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public List<String> parameters() {
        return List.of("stableFor: 20ms", "pollInterval: 50ms", "answerNames: counter");
    }

    @Override
    public void prepare(TestInstance instance) {
        folder = instance.folder().resolve("data/points").resolve(PointBench.POINT);
    }

    @Override
    public void send(String document) throws IOException {
        place(document, folder.resolve("inbound").resolve(number.incrementAndGet() + type(document)));
    }

    /** The second time as after a crash between the commit and the move. */
    @Override
    public void sendTwice(String document) throws IOException {
        UUID abandoned = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-%012d".formatted(number.incrementAndGet()));
        Path claimed =
                folder.resolve("inbound/.serai-" + PointBench.POINT).resolve(abandoned + "_twice" + type(document));
        for (int i = 0; i < 2; i++) {
            int before = done().size();
            place(document, claimed);
            await().atMost(SOON).until(() -> done().size() == before + 1);
        }
    }

    @Override
    public List<String> answers() {
        return texts(folder.resolve("notification"));
    }

    @Override
    public List<String> done() {
        return texts(folder.resolve("processed"));
    }

    @Override
    public List<String> aside() {
        Path error = folder.resolve("error");
        return FilePlace.names(error).stream()
                .filter(name -> name.endsWith(REASON))
                .map(name -> text(error.resolve(name)) + text(error.resolve(name.replace(REASON, ""))))
                .toList();
    }

    private void place(String document, Path file) throws IOException {
        Path part = Files.writeString(folder.resolve("document.part"), document);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> texts(Path folder) {
        return FilePlace.names(folder).stream()
                .filter(name -> !name.startsWith("."))
                .map(name -> text(folder.resolve(name)))
                .toList();
    }

    private static String type(String document) {
        return document.stripLeading().startsWith("<") ? ".xml" : ".json";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
