package dev.serai.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FilePointDefinition.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By a clock of the test's own: when a file counts as whole. */
class WholeFilesTest {
    private static final Reading READING =
            new Reading(List.of("*.json"), Duration.ofSeconds(2), Duration.ofSeconds(5), 1000, 1);

    @TempDir
    private Path inbound;

    private final AtomicLong seconds = new AtomicLong();
    private final Sightings sightings = new Sightings(() -> seconds.get() * 1_000_000_000L);
    private final Claims claims = new Claims(Clock.systemUTC());
    private Folders folders;

    @BeforeEach
    void folders() throws IOException {
        folders = new Folders(inbound, inbound.resolve(".work"), inbound, inbound, inbound);
        Files.createDirectory(folders.work());
    }

    @Test
    void aFileShouldBeTakenWhenItStayedTheSameForSoLong() throws IOException {
        write("a.json", "{}");

        assertThat(ready()).isEmpty();
        seconds.set(1);
        assertThat(ready()).isEmpty();
        seconds.set(2);
        assertThat(ready()).containsExactly("a.json");
    }

    @Test
    void aFileThatGrowsShouldWaitAnew() throws IOException {
        write("a.json", "{");
        ready();
        seconds.set(2);
        Files.writeString(inbound.resolve("a.json"), "}", StandardOpenOption.APPEND);

        assertThat(ready()).isEmpty();
        seconds.set(4);
        assertThat(ready()).containsExactly("a.json");
    }

    @Test
    void anotherFileUnderTheSameNameShouldWaitAnew() throws IOException {
        Path first = write("a.json", "{}");
        FileTime time = Files.getLastModifiedTime(first);
        ready();
        seconds.set(2);
        Files.setLastModifiedTime(write("b.part", "[]"), time);
        Files.move(inbound.resolve("b.part"), first, java.nio.file.StandardCopyOption.ATOMIC_MOVE);

        assertThat(ready()).isEmpty();
    }

    @Test
    void theNextLookShouldComeWhenAFileMayBeWhole() throws IOException {
        write("a.json", "{}");

        assertThat(look().next()).isEqualTo(Duration.ofSeconds(2));
        seconds.set(2);
        assertThat(look().next()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void filesShouldBeTakenInTheOrderInWhichTheyWereChanged() throws IOException {
        Files.setLastModifiedTime(write("b.json", "{}"), FileTime.from(Instant.EPOCH));
        write("a.json", "{}");
        ready();
        seconds.set(2);

        assertThat(ready()).containsExactly("b.json", "a.json");
    }

    @Test
    void whatIsWrittenAfterTheClaimShouldNotBeReadAsAWhole() throws IOException {
        Path file = write("a.json", "{}");
        Stamp seen = Stamp.of(file);
        Files.writeString(file, "{}", StandardOpenOption.APPEND);

        assertThat(FileContent.read(file, seen, 1000)).isEmpty();
        assertThat(FileContent.read(file, Stamp.of(file), 1000))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(4));
    }

    @Test
    void claimsOfAnotherNodeShouldBeLeftToItUntilItSeemsDead() throws IOException {
        look();
        Claim fresh = Claim.of(inbound.resolve("a.json"), folders.work(), Clock.systemUTC());
        Claim old = Claim.of(
                inbound.resolve("b.json"),
                folders.work(),
                Clock.offset(Clock.systemUTC(), Claims.ABANDONED.plusSeconds(1).negated()));
        Files.writeString(fresh.path(), "{}");
        Files.writeString(old.path(), "{}");

        assertThat(claims.before(folders)).extracting(Claim::name).containsExactly("b.json");
        assertThat(new Claims(Clock.systemUTC()).before(folders))
                .as("after a restart")
                .hasSize(2);
    }

    private List<String> ready() throws IOException {
        return look().ready().stream()
                .map(file -> file.path().getFileName().toString())
                .toList();
    }

    private FileLook.Found look() throws IOException {
        return new FileLook(folders, READING, claims, sightings).look();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(inbound.resolve(name), text);
    }
}
