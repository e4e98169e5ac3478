package dev.serai.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransformerConfigTest {

    @Test
    void valuesShouldBeReadByTheirTypes() {
        TransformerConfig config = TransformerConfig.of(Map.of(
                "name",
                "x",
                "count",
                "3",
                "limit",
                "2MB",
                "wait",
                "500ms",
                "on",
                true,
                "way",
                "outbound",
                "types",
                List.of("a/b", "c/d")));
        assertThat(config.required("name")).isEqualTo("x");
        assertThat(config.number("count", 1, 0, 10)).isEqualTo(3);
        assertThat(config.size("limit", 1, 1, 1L << 30)).isEqualTo(2 << 20);
        assertThat(config.duration("wait", Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1)))
                .isEqualTo(Duration.ofMillis(500));
        assertThat(config.truth("on", false)).isTrue();
        assertThat(config.choice("way", Direction.class, Direction.INBOUND)).isEqualTo(Direction.OUTBOUND);
        assertThat(config.texts("types", List.of())).containsExactly("a/b", "c/d");
        config.finish();
    }

    @Test
    void missingValuesShouldBeTheDefaults() {
        TransformerConfig config = TransformerConfig.of(Map.of());
        assertThat(config.number("count", 7, 0, 10)).isEqualTo(7);
        assertThat(config.texts("types", List.of("a"))).containsExactly("a");
        assertThat(config.text("name", "none")).isEqualTo("none");
        config.finish();
    }

    @Test
    void everythingWrongShouldBeToldAtOnceWithWhatWasExpected() {
        TransformerConfig config =
                TransformerConfig.of(Map.of("count", "many", "limit", "3TB", "on", "yes", "way", "up", "cuont", "1"));
        config.number("count", 1, 0, 10);
        config.size("limit", 1, 1, 100);
        config.truth("on", false);
        config.choice("way", Direction.class, Direction.INBOUND);
        config.required("name");
        assertThatThrownBy(config::finish)
                .hasMessageContaining("count is 'many'; expected a whole number from 0 to 10")
                .hasMessageContaining("limit is '3TB'; expected a size from 1 to 100 bytes, such as 25MB")
                .hasMessageContaining("on is 'yes'; expected true or false")
                .hasMessageContaining("way is 'up'; expected one of inbound, outbound")
                .hasMessageContaining("name is missing; it must be given")
                .hasMessageContaining("unknown key 'cuont'; did you mean 'count'?");
    }
}
