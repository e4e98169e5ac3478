package dev.serai.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.kind.BounceRecipient;
import dev.serai.kind.Classification;
import dev.serai.kind.KindDetector;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails in the formats that mail systems are known to write, read with the table that is shipped. */
class BounceFormatsTest {
    private static final BounceBook BOOK =
            BounceBook.load(Generation.load(Home.of(Path.of(System.getProperty("serai.home", ".."))))
                    .bounces());
    private static final KindDetector DETECTOR = new KindDetector(BOOK.table());

    static Stream<FormatSample> samples() {
        return Stream.of(
                        "unix.txt",
                        "postfix.txt",
                        "windows.txt",
                        "gateways.txt",
                        "standard.txt",
                        "late.txt",
                        "automatic.txt",
                        "ordinary.txt")
                .flatMap(file -> FormatSample.of(file).stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void p64_eachFormatShouldBeReadAsWhatItIs(FormatSample sample) throws IOException {
        Classification found = DETECTOR.detect(new MimeReader().read(RawSource.of(sample.mail())));
        assertThat(found.kind().word()).as("%s: %s", sample, found.reason()).isEqualTo(sample.kind());
        assertThat(recipients(found, sample))
                .as("%s: %s", sample, found.reason())
                .isEqualTo(sample.recipients());
        if (!sample.originalId().isEmpty()) {
            assertThat(found.bounce().originalMessageId()).isEqualTo(sample.originalId());
        }
    }

    @Test
    void moreThanSixtyFormatsOfFailuresShouldBeKnown() {
        assertThat(samples().filter(sample -> sample.kind().equals("delivery-failure")))
                .hasSizeGreaterThan(60);
    }

    @Test
    void theShippedTableShouldHaveNoProblems() {
        assertThat(BOOK.problems()).isEmpty();
        assertThat(BOOK.failedTests()).isEmpty();
    }

    /** Where a sample expects no status, none is compared. */
    private static List<String> recipients(Classification found, FormatSample sample) {
        List<BounceRecipient> named =
                found.bounce() == null ? List.of() : found.bounce().recipients();
        return Stream.iterate(0, i -> i < named.size(), i -> i + 1)
                .map(i -> {
                    boolean withStatus = i < sample.recipients().size()
                            && sample.recipients().get(i).contains(" ");
                    String address = named.get(i).address();
                    return withStatus ? address + " " + named.get(i).status() : address;
                })
                .toList();
    }
}
