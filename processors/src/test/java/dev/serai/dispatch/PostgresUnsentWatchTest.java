package dev.serai.dispatch;

import dev.serai.store.PostgresSettings;
import java.nio.file.Path;

class PostgresUnsentWatchTest extends UnsentWatchTest {
    @Override
    DispatchHouse house(Path place) {
        return new DispatchHouse(place, PostgresSettings.fresh());
    }
}
