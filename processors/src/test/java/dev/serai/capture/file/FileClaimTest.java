package dev.serai.capture.file;

import static dev.serai.capture.file.FilePlace.POINT;
import static dev.serai.capture.file.FilePlace.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a claim gives: one reader, one key, one end. */
class FileClaimTest {
    private static final String CLAIMED = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b_a.json";

    @TempDir
    private Path folder;

    private FilePlace place;

    @BeforeEach
    void folders() {
        place = new FilePlace(folder);
    }

    @Test
    void twoNodesOnOneFolderShouldTakeEachFileOnce() {
        for (int i = 0; i < 300; i++) {
            place.drop(i + ".json", SUBMIT);
        }
        try (CaptureHub one = place.hub();
                CaptureHub two = place.start(one.secondNode())) {
            await().until(() -> place.names("processed").size() == 300
                    && place.names("notification").size() == 300);

            assertThat(one.interactions()).hasSize(300);
            assertThat(place.names("error")).isEmpty();
            assertThat(two.status(POINT).lastError()).isNull();
        }
    }

    @Test
    void whatWasClaimedBeforeARestartShouldBeGoneOnWith() throws IOException {
        Files.createDirectories(place.work());
        Files.writeString(place.work().resolve(CLAIMED), SUBMIT);
        try (CaptureHub hub = place.hub()) {
            await().until(() -> place.names("processed").size() == 1);

            assertThat(place.names("processed")).containsExactly("a.json");
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void aClaimThatComesAgainShouldMakeNoSecondInteractionAndNoSecondAnswer() throws IOException {
        Files.createDirectories(place.work());
        Files.writeString(place.work().resolve(CLAIMED), SUBMIT);
        try (CaptureHub hub = place.hub()) {
            await().until(() -> place.names("notification").size() == 1
                    && place.names("processed").size() == 1);
            Files.move(place.folder("processed").resolve("a.json"), place.work().resolve(CLAIMED));
            hub.stopRoutes();
            hub.startRoutes();
            await().until(() -> hub.status(POINT).counts().duplicate() == 1);

            assertThat(hub.interactions()).hasSize(1);
            assertThat(place.names("processed")).containsExactly("a.json");
            assertThat(place.names("notification")).hasSize(1);
        }
    }

    @Test
    void aRefusedClaimThatComesAgainShouldHaveTheSameFate() throws IOException {
        Files.createDirectories(place.work());
        Files.writeString(place.work().resolve(CLAIMED), "{\"operation\":\"destroy\"}");
        try (CaptureHub hub = place.hub()) {
            await().until(() -> place.names("error").size() == 2);
            String reasons = place.text("error", "a.json.reason.txt").split("\n", 2)[0];
            Files.delete(place.folder("error").resolve("a.json.reason.txt"));
            Files.move(place.folder("error").resolve("a.json"), place.work().resolve(CLAIMED));
            hub.stopRoutes();
            hub.startRoutes();
            await().until(() -> place.names("error").size() == 2);

            assertThat(place.text("error", "a.json.reason.txt")).startsWith(reasons);
            assertThat(place.names("notification")).hasSize(1);
        }
    }

    @Test
    void theNameOfAClaimShouldTellTheKeyAndTheName() {
        Claim claim = Claim.found(Path.of(CLAIMED)).orElseThrow();

        assertThat(claim.id()).isEqualTo(UUID.fromString(CLAIMED.substring(0, 36)));
        assertThat(claim.name()).isEqualTo("a.json");
        assertThat(Claim.found(Path.of("a.json"))).isEmpty();
    }
}
