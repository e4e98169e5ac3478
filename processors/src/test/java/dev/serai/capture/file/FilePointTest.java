package dev.serai.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.point.PointContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Files keep the contract of all points. */
class FilePointTest extends PointContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final AtomicInteger number = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Path folder;

    @Override
    protected String kind() {
        return "file";
    }

    @Override
    protected List<String> parameters() {
        return List.of("stableFor: 20ms", "pollInterval: 50ms", "answerNames: counter");
    }

    @Override
    protected void prepare(TestInstance instance) {
        folder = instance.folder().resolve("data/points").resolve(POINT);
    }

    @Override
    protected void send(String document) throws IOException {
        place(document, folder.resolve("inbound").resolve(number.incrementAndGet() + type(document)));
    }

    /** The second time as after a crash between the commit and the move. */
    @Override
    protected void deliverTwice(String document) throws IOException {
        UUID abandoned = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-%012d".formatted(number.incrementAndGet()));
        Path claimed = folder.resolve("inbound/.serai-orders").resolve(abandoned + "_twice" + type(document));
        for (int i = 0; i < 2; i++) {
            int before = processed().size();
            place(document, claimed);
            await().atMost(SOON).until(() -> processed().size() == before + 1);
        }
    }

    @Override
    protected List<String> answers() {
        return FilePlace.names(folder.resolve("notification")).stream()
                .filter(name -> !name.startsWith("."))
                .map(name -> text(folder.resolve("notification").resolve(name)))
                .toList();
    }

    @Test
    void aFileOfWhichNothingWasRefusedShouldBeProcessedAndOthersPutAside() throws IOException {
        send("{\"operation\":\"submit\",\"externalId\":\"F-1\"}");
        send("[{\"operation\":\"submit\",\"externalId\":\"F-2\"},{\"operation\":\"hold\",\"externalId\":\"F-none\"}]");
        awaitAnswers("F-none");

        await().untilAsserted(() -> assertThat(FilePlace.names(folder.resolve("error")).stream()
                        .filter(name -> name.endsWith(".reason.txt"))
                        .map(name -> text(folder.resolve("error").resolve(name))))
                .anyMatch(reasons -> reasons.startsWith("operation 2: ") && reasons.contains("F-none")));
        assertThat(byExternalId("F-2").origin().externalId()).isEqualTo("F-2");
    }

    private void place(String document, Path file) throws IOException {
        Path part = Files.writeString(folder.resolve("document.part"), document);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> processed() {
        return FilePlace.names(folder.resolve("processed"));
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
