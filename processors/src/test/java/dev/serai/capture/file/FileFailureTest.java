package dev.serai.capture.file;

import static dev.serai.capture.file.FilePlace.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that fail, or end the hub, again and again. */
class FileFailureTest {
    private static final String ID = "0193a1b2-c3d4-7e5f-8a9b-0123456789ab";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init") // before each test
    private FilePlace place;

    @BeforeEach
    void makeFolders() throws IOException {
        place = new FilePlace(root);
        Files.createDirectories(place.work());
    }

    @Test
    void fileThatEndedTheHubFiveTimesShouldBePutAsideUnreadAndAnsweredInItsForm() throws IOException {
        Files.writeString(place.work().resolve(ID + "~5_bomb.txt"), " <interaction operation='submit'/>");
        try (CaptureHub hub = place.hub()) {
            place.drop("good.json", SUBMIT);
            await().until(() -> place.names("error").size() == 2
                    && place.names("notification").size() == 2);

            assertThat(place.names("error")).containsExactly("bomb.txt", "bomb.txt.reason.txt");
            assertThat(place.text("error", "bomb.txt.reason.txt")).startsWith("begun 5 times");
            assertThat(place.text("notification", ID + "-failed-1.xml"))
                    .contains("operation=\"error\"", "begun 5 times");
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void fileThatWasBegunBeforeShouldBeDoneUnderItsOwnId() throws IOException {
        Files.writeString(place.work().resolve(ID + "~4_order.json"), SUBMIT);
        try (CaptureHub hub = place.hub()) {
            await().until(() -> place.names("processed").equals(List.of("order.json"))
                    && place.names("notification").equals(List.of(ID + "-1.json")));

            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void beginningsThatWereNotTheFilesFaultShouldNotCount() throws IOException {
        Claim before = Claim.found(Files.writeString(place.work().resolve(ID + "~3_a.json"), SUBMIT))
                .orElseThrow();
        Claims claims = new Claims(java.time.Clock.systemUTC());
        Claim begun = claims.begun(before);
        assertThat(FilePlace.names(place.work())).containsExactly(ID + "~4_a.json");

        claims.notBegun(begun, before);
        assertThat(FilePlace.names(place.work())).containsExactly(ID + "~3_a.json");
    }
}
