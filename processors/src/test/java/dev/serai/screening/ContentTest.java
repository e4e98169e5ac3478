package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContentTest {
    /** Far more than it takes in one pass, far less than the minute of a pass for each mark. */
    private static final Duration GENEROUS = Duration.ofSeconds(10);

    @Test
    void p50_marksInTheWrongOrderShouldNotTakeTimeByTheirSquare() {
        String hostile = "a" + "\u0315".repeat(100_000) + "\u0316".repeat(100_000);
        long before = processorTime();

        String text = Content.of(hostile).text();

        assertThat(Duration.ofNanos(processorTime() - before)).isLessThan(GENEROUS);
        assertThat(text).hasSizeBetween(hostile.length(), hostile.length() + hostile.length() / 20);
    }

    @Test
    void composedAndDecomposedLettersShouldBeTheSame() {
        assertThat(Content.of("Cafe\u0301 o\u0323\u0302").text())
                .isEqualTo(Content.of("Caf\u00e9 \u1ed9").text());
    }

    @Test
    void asManyMarksAsALetterEverHasShouldStayTogether() {
        String text = "a" + "\u0316".repeat(15) + "\u0315".repeat(15) + "b";

        assertThat(Content.of(text).text()).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Test
    void longRunsOfMarksShouldBeDividedAtTheSamePlaceInTextsAndRules() {
        String run = "a" + "\u0316".repeat(31) + "b";

        String once = Content.of(run).text();

        assertThat(once).isEqualTo("a" + "\u0316".repeat(30) + "\u034f\u0316b");
        assertThat(Content.normalize(run)).isEqualTo(once);
        assertThat(Content.normalize(once)).isEqualTo(once);
    }

    @Test
    void marksOutsideOfTheFirstPlaneShouldCountAsOne() {
        String run = "a" + "\ud834\udd65".repeat(31);

        assertThat(Content.of(run).text()).isEqualTo("a" + "\ud834\udd65".repeat(30) + "\u034f" + "\ud834\udd65");
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
