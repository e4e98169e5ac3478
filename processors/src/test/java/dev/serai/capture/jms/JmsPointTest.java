package dev.serai.capture.jms;

import dev.serai.point.DocumentPointContract;
import dev.serai.point.PointDriver;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of points, over the queues of a Classic. */
class JmsPointTest extends DocumentPointContract {
    @TempDir
    private static Path journal;

    @Override
    protected PointDriver driver() {
        return new JmsPointDriver(journal);
    }
}
