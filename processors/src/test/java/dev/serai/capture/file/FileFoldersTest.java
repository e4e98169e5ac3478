package dev.serai.capture.file;

import static dev.serai.capture.file.FilePlace.POINT;
import static dev.serai.capture.file.FilePlace.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be used: the point says why, loses nothing and comes back by itself. */
class FileFoldersTest {
    @TempDir
    private Path folder;

    private FilePlace place;

    @BeforeEach
    void folders() {
        place = new FilePlace(folder);
    }

    @Test
    void anInboundFolderOutsideOfTheInstanceShouldNotBeMade() throws IOException {
        Files.delete(place.inbound());
        try (CaptureHub hub = place.hub()) {
            failing(hub, "inbound is not there");

            Files.createDirectory(place.inbound());
            place.drop("a.json", SUBMIT);
            await().until(() -> place.names("processed").size() == 1);
        }
    }

    @Test
    void theDefaultFolderShouldBeMadeInTheInstance() throws IOException {
        Folders folders = new Folders(
                folder.resolve("data/points/a/inbound"),
                folder.resolve("data/points/a/inbound/.serai-a"),
                folder.resolve("data/points/a/processed"),
                folder.resolve("data/points/a/error"),
                folder.resolve("data/points/a/notification"));

        new FolderDoor(folder).open(folders);

        assertThat(folders.work()).isEmptyDirectory();
        assertThat(FilePlace.names(folder.resolve("data/points/a")))
                .containsExactly("error", "inbound", "notification", "processed");
        assertThat(folders.processed()).isEmptyDirectory();
    }

    @Test
    void anotherFileSystemShouldBeRefusedBeforeAnythingIsClaimed() throws IOException {
        Path elsewhere = Files.createTempDirectory(Path.of("/dev/shm"), "serai");
        try (CaptureHub hub = place.with(", processed: '" + elsewhere + "'").hub()) {
            place.drop("a.json", SUBMIT);
            failing(hub, "another file system");

            assertThat(place.names("inbound")).containsExactly("a.json");
            assertThat(hub.interactions()).isEmpty();
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    void aFolderThatTakesNoFilesShouldBeTold() {
        try (CaptureHub hub = place.with(", inbound: /sys/kernel").hub()) {
            failing(hub, "cannot make the folder /sys/kernel/.serai-orders");
        }
    }

    @Test
    void anotherProgramsLinkInPlaceOfTheWorkFolderShouldBeRefused() throws IOException {
        Files.createSymbolicLink(place.work(), folder);
        try (CaptureHub hub = place.hub()) {
            failing(hub, "is no folder; the hub needs this name");
        }
    }

    @Test
    void aFileThatCannotBeMovedShouldBeDoneOnceAndMovedLater() throws IOException {
        try (CaptureHub hub = place.hub()) {
            await().until(() -> hub.status(POINT).state() == PointState.RUNNING);
            Files.delete(place.folder("processed"));
            Files.createFile(place.folder("processed"));
            place.drop("a.json", SUBMIT);
            failing(hub, "processed");
            await().until(() -> hub.interactions().size() == 1);

            Files.delete(place.folder("processed"));
            await().until(() -> place.names("processed").size() == 1);
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void answersShouldWaitUntilTheirFolderCanBeWritten() throws IOException {
        try (CaptureHub hub = place.hub()) {
            await().until(() -> hub.status(POINT).state() == PointState.RUNNING);
            Files.delete(place.folder("notification"));
            place.drop("a.json", SUBMIT);
            await().until(() ->
                    String.valueOf(hub.status(POINT).lastError()).startsWith("cannot write into the folder"));
            assertThat(place.names("processed")).hasSize(1);

            Files.createDirectories(place.folder("notification"));
            await().until(() -> place.names("notification").size() == 1);
        }
    }

    @Test
    void linksShouldBeLeftWhereTheyAre() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.json"), SUBMIT);
        Files.createSymbolicLink(place.inbound().resolve("a.json"), outside);
        try (CaptureHub hub = place.hub()) {
            place.drop("b.json", SUBMIT);
            await().until(() -> place.names("processed").size() == 1);

            assertThat(place.names("inbound")).containsExactly("a.json");
            assertThat(hub.status(POINT).lastError()).endsWith("since only files are read: 1 links or devices");
            assertThat(outside).hasContent(SUBMIT);
        }
    }

    private static void failing(CaptureHub hub, String words) {
        await().untilAsserted(() -> {
            assertThat(hub.status(POINT).state()).isEqualTo(PointState.FAILING);
            assertThat(hub.status(POINT).lastError()).contains(words);
        });
    }
}
