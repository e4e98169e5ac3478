package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which sentences promise a file, measured on a corpus of eight languages. */
class PromisesTest {
    private record Sample(boolean promise, String language, String text) {
        boolean isFound() {
            return Promises.find("Hello Jo,\n\n" + text + "\n\nKind regards\nKim")
                    .isPresent();
        }
    }

    @Test
    void promisesShouldBeFoundInEachLanguage() {
        List<Sample> promises = corpus().filter(Sample::promise).toList();
        List<Sample> missed = promises.stream().filter(one -> !one.isFound()).toList();

        assertThat(promises).hasSizeGreaterThan(70);
        assertThat(promises).extracting(Sample::language).contains("en", "de", "fr", "es", "it", "nl", "pt", "pl");
        assertThat(missed).as("missed of %d", promises.size()).hasSizeLessThanOrEqualTo(promises.size() / 50);
    }

    @Test
    void whatPromisesNothingShouldNotBeFound() {
        List<Sample> others = corpus().filter(one -> !one.promise()).toList();
        List<Sample> wrong = others.stream().filter(Sample::isFound).toList();

        assertThat(others).hasSizeGreaterThan(50);
        assertThat(wrong).as("found wrongly of %d", others.size()).hasSizeLessThanOrEqualTo(others.size() / 50);
    }

    @Test
    void aPromiseShouldBeShownByItsWords() {
        assertThat(Promises.find("Thank you.\nYour receipt is\nattached to this mail."))
                .contains("is attached");
    }

    @Test
    void aLongTextShouldTakeLinearTime() {
        for (String piece : List.of("attached ", "attach. ", "we have ", "in der anlage x ", "find the ")) {
            String text = piece.repeat(500_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Promises.find(text), piece);
        }
    }

    private static Stream<Sample> corpus() {
        try (InputStream in =
                Objects.requireNonNull(PromisesTest.class.getResourceAsStream("promised-attachments.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> new Sample(line.startsWith("+"), line.substring(2, 4), line.substring(5)))
                            .toList()
                            .stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
