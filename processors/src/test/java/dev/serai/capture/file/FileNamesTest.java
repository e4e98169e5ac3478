package dev.serai.capture.file;

import static dev.serai.capture.file.FilePlace.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that strangers chose, and names that the hub gives. */
@SuppressWarnings("try") // what is open works by itself
class FileNamesTest {
    @TempDir
    private Path folder;

    private FilePlace place;

    @BeforeEach
    void folders() {
        place = new FilePlace(folder);
    }

    @Test
    void aNameMayHoldAnything() {
        List<String> names = List.of("a b.json", "a'\"$(x).json", "line\nbreak.json", "Grüße 你好.json", "-rf.json");
        names.forEach(name -> place.drop(name, SUBMIT));
        try (CaptureHub hub = place.hub()) {
            await().until(() -> place.names("processed").size() == names.size());

            assertThat(place.names("processed")).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void aNameThatIsTooLongShouldBeCutBeforeItsExtension() {
        String long255 = "ä".repeat(125) + ".json";
        place.drop(long255, "no json");
        try (CaptureHub hub = place.hub()) {
            await().until(() -> place.names("error").size() == 2);

            assertThat(place.names("error"))
                    .containsExactly("ä".repeat(87) + ".json", "ä".repeat(87) + ".json.reason.txt");
        }
    }

    @Test
    void aSecondFileOfANameShouldGetASuffix() {
        try (CaptureHub hub = place.hub()) {
            place.drop("a.json", SUBMIT);
            await().until(() -> place.names("processed").size() == 1);
            place.drop("a.json", SUBMIT);
            await().until(() -> place.names("processed").size() == 2);

            assertThat(place.names("processed").get(0)).matches("a-[0-9a-f-]{36}\\.json");
            assertThat(place.names("processed").get(1)).isEqualTo("a.json");
            assertThat(hub.interactions()).hasSize(2);
        }
    }

    @Test
    void answersMayBeCounted() {
        try (CaptureHub hub = place.with(", answerNames: counter").hub()) {
            place.drop("a.json", "[" + SUBMIT + "," + SUBMIT + "]");
            await().until(() -> place.names("notification").size() == 2);

            assertThat(place.names("notification")).allMatch(name -> name.matches("\\d{12}\\.json"));
        }
    }

    @Test
    void answersMayHaveTheNameOfTheirInteraction() {
        try (CaptureHub hub = place.with(", answerNames: interaction").hub()) {
            place.drop(
                    "a.json",
                    "[" + SUBMIT.replace("\"properties\"", "\"externalId\":\"1\",\"properties\"")
                            + ",{\"operation\":\"getinfo\",\"externalId\":\"1\"}]");
            await().until(() -> place.names("notification").size() == 2);

            String id = hub.interactions().get(0).id().value();
            assertThat(place.names("notification"))
                    .allMatch(name -> name.startsWith(id))
                    .contains(id + ".json");
        }
    }

    @Test
    void anIdThatTheSenderMadeUpShouldNotBecomeAPath() {
        try (CaptureHub hub = place.with(", answerNames: interaction").hub()) {
            place.drop("a.json", "{\"operation\":\"stop\",\"id\":\"../../evil\"}");
            place.drop("b.xml", "<interaction operation=\"stop\" InteractionId=\"../../evil\"/>");
            await().until(() -> place.names("notification").size() == 2);

            assertThat(FilePlace.names(folder)).doesNotContain("evil.json", "evil.xml");
            assertThat(place.names("notification")).noneMatch(name -> name.contains("evil"));
        }
    }
}
