package dev.serai.capture.jms;

import dev.serai.testing.Artemis;
import dev.serai.testing.JmsBroker;
import java.nio.file.Path;

class ArtemisCaptureTest extends JmsCaptureContract {
    @Override
    JmsBroker start(Path folder) {
        return Artemis.start(folder);
    }
}
