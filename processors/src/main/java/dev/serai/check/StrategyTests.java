package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import java.util.List;

/** Runs the tests that engineers keep beside their strategies. */
public interface StrategyTests {
    /** Runs all of them on a generation that has no errors; a failed test is a problem at its line. */
    List<Problem> run(Generation generation);

    /** What they depend on beside the generation: unequal ones tell that they may end otherwise now. */
    default Object outside(Generation generation) {
        return "";
    }

    /** Runs none. */
    static StrategyTests none() {
        return generation -> List.of();
    }
}
