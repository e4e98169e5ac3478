package dev.serai.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepotTest {
    @TempDir
    private Path work;

    @TempDir
    private Path processed;

    private Claim claim;

    @BeforeEach
    void claimed() throws IOException {
        claim = claim("new");
    }

    @Test
    void aFileShouldNeverReplaceAnother() throws IOException {
        Files.writeString(processed.resolve("a.json"), "old");

        Path put = Depot.put(claim, processed, null);

        assertThat(put).hasFileName("a-" + claim.id() + ".json").hasContent("new");
        assertThat(processed.resolve("a.json")).hasContent("old");
    }

    @Test
    void manyOfOneNameAtATimeShouldAllBeKept() {
        List<Claim> claims =
                IntStream.range(0, 200).mapToObj(i -> claim("content " + i)).toList();

        claims.parallelStream().forEach(one -> put(one));

        assertThat(FilePlace.names(processed)).hasSize(200).contains("a.json");
        assertThat(FilePlace.names(processed).stream().map(name -> text(processed.resolve(name))))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.startsWith("content "));
    }

    @Test
    void aNameThatWasTakenForTheClaimBeforeACrashShouldBeItsOwn() throws IOException {
        Files.writeString(processed.resolve("a.json"), claim.id().toString());

        assertThat(Depot.put(claim, processed, null)).hasFileName("a.json").hasContent("new");
        assertThat(FilePlace.names(processed)).hasSize(1);
    }

    @Test
    void whatAnotherNodeMovedShouldLeaveNothingBehind() throws IOException {
        Files.delete(claim.path());

        assertThatThrownBy(() -> Depot.put(claim, processed, "why")).isInstanceOf(NoSuchFileException.class);
        assertThat(FilePlace.names(processed)).isEmpty();
    }

    @Test
    void reasonsThatWereLeftShouldNotBeMixedUpWithThoseOfAnotherFile() throws IOException {
        Files.writeString(processed.resolve("a.json.reason.txt"), "old");

        Depot.put(claim, processed, "new reasons");

        assertThat(processed.resolve("a.json.reason.txt")).hasContent("old");
        assertThat(processed.resolve("a-" + claim.id() + ".json.reason.txt")).hasContent("new reasons");
    }

    private void put(Claim one) {
        try {
            Depot.put(one, processed, null);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Claim claim(String content) {
        try {
            Claim made = Claim.of(work.resolve("a.json"), work, Clock.systemUTC());
            Files.writeString(made.path(), content);
            return made;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
