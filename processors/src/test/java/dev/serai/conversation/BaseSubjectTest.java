package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseSubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invoice 4711",
                "RE: invoice  4711",
                "Re[2]: Re: Invoice 4711",
                "AW: WG: Invoice 4711",
                "SV: VS: VB: Invoice 4711",
                "Antw: Doorst: Invoice 4711",
                "RÉF : TR : Invoice 4711",
                "RES: ENC: RV: Invoice 4711",
                "R: I: Rif: Invoice 4711",
                "Odp: PD: Invoice 4711",
                "YNT: İLT: Invoice 4711",
                "ΑΠ: ΣΧΕΤ: Invoice 4711",
                "Отв: На: Invoice 4711",
                "回复：转发: Invoice 4711",
                "返信: Invoice 4711",
                "[list] Re: [list] Invoice 4711",
                "[Fwd: Invoice 4711]",
                "Fwd: Invoice 4711 (fwd)",
                "Invoice\r\n 4711"
            })
    void marksOfAnswersAndForwardsShouldNotCount(String subject) {
        assertThat(BaseSubject.of(subject)).isEqualTo("invoice 4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reply needed: 4711", "Area: 4711", "Rest: 4711"})
    void aWordThatOnlyBeginsLikeAMarkShouldStay(String subject) {
        assertThat(BaseSubject.of(subject)).startsWith(subject.substring(0, 4).toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void aLabelAloneShouldStay() {
        assertThat(BaseSubject.of("[urgent]")).isEqualTo("[urgent]");
    }

    @Test
    void nothingShouldBeNothing() {
        assertThat(BaseSubject.of(null)).isEmpty();
        assertThat(BaseSubject.of("Re: AW:")).isEmpty();
    }

    @Test
    void manyMarksShouldCostLittle() {
        assertThat(BaseSubject.of("Re: ".repeat(10_000) + "x")).isNotNull();
    }
}
