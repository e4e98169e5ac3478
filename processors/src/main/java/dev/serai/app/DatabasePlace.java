package dev.serai.app;

import dev.serai.files.DatabaseKeys;
import dev.serai.files.Home;
import dev.serai.files.HubKeys;
import dev.serai.files.Secret;
import dev.serai.files.Settings;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Where the settings of an instance say that its database is. */
public final class DatabasePlace {
    private DatabasePlace() {}

    public static DatabaseSettings of(Home home, Settings settings) {
        Path sql = home.file("sql/store").orElse(home.resolve("sql/store")).resolveSibling("");
        String url = settings.text(DatabaseKeys.URL);
        if (url.isEmpty()) {
            return DatabaseSettings.embedded(home.resolve(settings.text(HubKeys.DATA)), sql);
        }
        Optional<Secret> secret = settings.secret(DatabaseKeys.SECRET);
        return new DatabaseSettings(
                url,
                settings.text(DatabaseKeys.USERNAME),
                () -> secret.map(Secret::resolve).orElse(""),
                sql,
                settings.number(DatabaseKeys.POOL));
    }
}
