package dev.serai.rest;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;
import java.nio.file.Path;

class PostgresForeignTenantTest extends ForeignTenantContract {
    @Override
    DatabaseSettings freshDatabase(Path folder) {
        return PostgresSettings.fresh();
    }
}
