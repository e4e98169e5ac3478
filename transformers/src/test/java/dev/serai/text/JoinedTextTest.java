package dev.serai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinedTextTest {

    @Test
    void textsShouldStandApartByAnEmptyLine() {
        JoinedText text = new JoinedText("one \n\n", 100);
        assertThat(text.add("two\n")).isTrue();
        assertThat(text).hasToString("one\n\ntwo\n");
    }

    @Test
    void firstOfThemShouldStandInPlaceOfNothing() {
        JoinedText text = new JoinedText(" \n", 100);
        assertThat(text.isBlank()).isTrue();
        assertThat(text.add("two")).isTrue();
        assertThat(text).hasToString("two");
    }

    @Test
    void whatIsTooLongShouldBeCutAndSaid() {
        JoinedText text = new JoinedText("12345", 10);
        assertThat(text.add("678901")).isFalse();
        assertThat(text).hasToString("12345\n\n678");
        assertThat(text.add("more")).isFalse();
        assertThat(text).hasToString("12345\n\n678");
    }
}
