package dev.serai.dispatch;

import dev.serai.store.PostgresSettings;
import java.nio.file.Path;

class PostgresAbandonedTest extends AbandonedTest {
    @Override
    DispatchHouse house(Path place) {
        return new DispatchHouse(place, PostgresSettings.fresh());
    }
}
