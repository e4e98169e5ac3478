package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageIdKeyTest {
    @Test
    void anOrdinaryIdShouldStayAsItIs() {
        assertThat(MessageIdKey.of("<a@example.org>")).isEqualTo("<a@example.org>");
    }

    @Test
    void p36_longIdsShouldStayApartAndFitAnIndex() {
        String one = MessageIdKey.of("<" + "€".repeat(900) + "1@x>");
        String other = MessageIdKey.of("<" + "€".repeat(900) + "2@x>");

        assertThat(one).isNotEqualTo(other).isEqualTo(MessageIdKey.of("<" + "€".repeat(900) + "1@x>"));
        assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(998);
    }

    @Test
    void p36_anIdWithNulShouldBeTheSameAsWithout() {
        assertThat(MessageIdKey.of("<a\0@x>")).isEqualTo("<a@x>");
    }
}
