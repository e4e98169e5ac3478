package dev.serai.conversation;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresReportLinkTest extends ReportLinkContract {
    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
