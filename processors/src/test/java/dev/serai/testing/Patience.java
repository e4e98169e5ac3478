package dev.serai.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long tests wait for what must come: also where the machine has much else to do. Registered for all of them. */
public final class Patience implements BeforeAllCallback {
    /** For what comes soon where nothing else runs. */
    public static final Duration SOON = Duration.ofSeconds(40);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(SOON);
    }
}
