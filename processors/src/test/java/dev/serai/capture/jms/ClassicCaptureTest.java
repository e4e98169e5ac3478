package dev.serai.capture.jms;

import dev.serai.testing.Classic;
import dev.serai.testing.JmsBroker;
import java.nio.file.Path;

class ClassicCaptureTest extends JmsCaptureContract {
    @Override
    JmsBroker start(Path folder) {
        return Classic.start(folder);
    }
}
