package dev.serai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void argumentsAndPropertiesShouldArrive() {
        try (ChildJvm child = ChildJvm.start(Halting.class, List.of("-Dgreeting=a b"), List.of("7"))) {
            assertThat(child.awaitLine(line -> line.startsWith("greeting"), LIMIT))
                    .isEqualTo("greeting a b");
            assertThat(child.awaitExit(LIMIT)).isEqualTo(7);
        }
    }

    @Test
    void killShouldEndItAtOnce() {
        try (ChildJvm child = ChildJvm.start(Waiting.class, List.of(), List.of())) {
            child.awaitLine("waiting"::equals, LIMIT);

            child.kill();

            assertThat(child.awaitExit(LIMIT)).isEqualTo(137);
        }
    }

    static final class Halting {
        public static void main(String[] arguments) {
            System.out.println("greeting " + System.getProperty("greeting"));
            Runtime.getRuntime().halt(Integer.parseInt(arguments[0]));
        }
    }

    static final class Waiting {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("waiting");
            Thread.currentThread().join();
        }
    }
}
