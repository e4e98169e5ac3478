package dev.serai.capture.file;

import static dev.serai.capture.file.FilePlace.POINT;
import static dev.serai.capture.file.FilePlace.SUBMIT;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCaptureTest {
    private static final int FILES = 2_000;

    @TempDir
    private Path folder;

    private FilePlace place;

    @BeforeEach
    void folders() {
        place = new FilePlace(folder);
    }

    @Test
    void aFileShouldBecomeAnInteractionAndBeProcessed() {
        try (CaptureHub hub = place.hub()) {
            place.drop("a.json", SUBMIT);
            await().until(() -> place.names("processed").equals(List.of("a.json")));

            Interaction taken = hub.interactions().get(0);
            assertThat(taken.content().subject()).isEqualTo("order");
            assertThat(taken.origin().capturePoint()).isEqualTo(PointName.of(POINT));
            assertThat(taken.standing().queue()).hasToString("orders");
            assertThat(place.text("processed", "a.json")).isEqualTo(SUBMIT);
            assertThat(place.names("inbound")).isEmpty();
            assertThat(FilePlace.names(place.work())).isEmpty();
        }
    }

    @Test
    void eachOperationShouldBeAnsweredInAFileOfItsOwn() throws IOException {
        try (CaptureHub hub = place.hub()) {
            place.drop("a.json", "[" + SUBMIT + ", {\"operation\":\"ping\"}]");
            await().until(() -> place.names("notification").size() == 2);

            JsonNode answer = Json.MAPPER.readTree(
                    place.text("notification", place.names("notification").get(0)));
            assertThat(answer.path("operation").asText()).isEqualTo("submitted");
            assertThat(answer.path("id").asText())
                    .isEqualTo(hub.interactions().get(0).id().value());
        }
    }

    @Test
    void xmlShouldBeReadInTheEncodingThatItDeclaresAndAnsweredInXml() {
        try (CaptureHub hub = place.hub()) {
            place.drop("a.xml", """
                    <?xml version="1.0" encoding="UTF-16"?>
                    <interaction operation="submit"><properties><Subject>Grüße</Subject></properties></interaction>""".getBytes(UTF_16));
            await().until(() -> place.names("notification").size() == 1);

            assertThat(hub.interactions().get(0).content().subject()).isEqualTo("Grüße");
            assertThat(place.names("notification").get(0)).endsWith(".xml");
            assertThat(place.text("notification", place.names("notification").get(0)))
                    .contains("operation=\"submitted\"");
        }
    }

    @Test
    void aFileOfWhichAnOperationWasRefusedShouldGoToErrorWithTheReasons() {
        try (CaptureHub hub = place.hub()) {
            place.drop("a.json", "[" + SUBMIT + ", {\"operation\":\"submit\",\"properties\":{\"priority\":500}}]");
            await().until(() -> place.names("error").equals(List.of("a.json", "a.json.reason.txt")));

            assertThat(place.text("error", "a.json.reason.txt"))
                    .startsWith("operation 2: ")
                    .contains("priority");
            assertThat(hub.interactions()).hasSize(1);
            assertThat(hub.status(POINT).counts().refused()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeReadShouldGoToErrorAndKeepNobodyWaiting() throws IOException {
        try (CaptureHub hub = place.with(", maxSize: 1MB").hub()) {
            place.drop("empty.json", "");
            place.drop("latin.json", new byte[] {'{', (byte) 0xe4, '}'});
            place.drop("no.json", "no json");
            try (var huge = new java.io.RandomAccessFile(
                    place.inbound().resolve("huge.xml").toFile(), "rw")) {
                huge.setLength(1L << 30);
            }
            place.drop("good.json", SUBMIT);
            await().until(() -> place.names("processed").equals(List.of("good.json"))
                    && place.names("error").size() == 8);

            assertThat(place.text("error", "empty.json.reason.txt")).startsWith("the file is empty");
            assertThat(place.text("error", "latin.json.reason.txt")).contains("UTF-8");
            assertThat(place.text("error", "huge.xml.reason.txt"))
                    .startsWith("the file has 1073741824 bytes; expected at most 1048576");
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void onlyWholeFilesThatFitShouldBeTaken() throws IOException {
        try (CaptureHub hub = place.hub()) {
            List<String> left = List.of("a.json.part", "a.json.tmp", "a.txt");
            left.forEach(name -> place.drop(name, SUBMIT));
            place.drop(".hidden.json", SUBMIT);
            Files.createDirectory(place.inbound().resolve("folder.json"));
            place.drop("B.JSON", SUBMIT);
            Files.move(
                    place.inbound().resolve("a.json.part"),
                    place.inbound().resolve("c.json"),
                    StandardCopyOption.ATOMIC_MOVE);
            await().until(() -> place.names("processed").equals(List.of("B.JSON", "c.json")));

            assertThat(place.names("inbound")).containsExactly("a.json.tmp", "a.txt", "folder.json");
            assertThat(hub.interactions()).hasSize(2);
        }
    }

    @Test
    void theSameExternalIdShouldMakeOneInteraction() {
        try (CaptureHub hub = place.hub()) {
            String order = SUBMIT.replace("\"properties\"", "\"externalId\":\"4711\",\"properties\"");
            place.drop("a.json", order);
            place.drop("b.json", order);
            await().until(() -> place.names("processed").size() == 2);

            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void aPausedPointShouldLeaveFilesWhereTheyAre() {
        try (CaptureHub hub = place.hub()) {
            hub.points().pause(PointName.of(POINT), "test");
            await().until(() -> hub.status(POINT).state() == PointState.PAUSED);
            place.drop("a.json", SUBMIT);
            assertThat(place.names("inbound")).containsExactly("a.json");

            hub.points().resume(PointName.of(POINT), "test");
            await().until(() -> place.names("processed").size() == 1);
        }
    }

    @Test
    void p58_nothingOfAFileShouldBecomeAHeader() {
        try (CaptureHub hub = place.hub()) {
            place.drop("CamelFileName.json", SUBMIT.replace("subject", "CamelSqlQuery"));
            await().until(() -> hub.steps().size() == 1);

            assertThat(hub.steps().get(0).getMessage().getHeaders())
                    .containsOnlyKeys("SeraiInteractionId", "SeraiCapturePoint");
        }
    }

    @Test
    void thousandsOfFilesShouldBeSeenAndAllBeTaken() {
        for (int i = 0; i < FILES; i++) {
            place.drop(i + ".json", "{\"operation\":\"ping\"}");
        }
        try (CaptureHub hub = place.with(", concurrency: 8").hub()) {
            await().until(() -> hub.status(POINT).backlog() > 1000);
            await().atMost(java.time.Duration.ofSeconds(60))
                    .until(() -> place.names("processed").size() == FILES);

            assertThat(hub.status(POINT).counts().taken()).isEqualTo(FILES);
        }
    }
}
