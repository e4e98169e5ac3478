package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTest {
    private static final String HEALTH = "/observe/health";

    private final RestClient rest = new RestClient();

    @TempDir
    private Path folder;

    @Test
    void hubShouldCarryOnByItselfWhenTheDatabaseComesBack() throws Exception {
        try (Postgres postgres = Postgres.start();
                Dovecot dovecot = Dovecot.start();
                Site site = new Site(folder, dovecot)) {
            Postgres.Database database = postgres.createDatabase();
            site.instance().on(database);
            site.deliver(100, 10);
            site.order(10);
            try (Hub hub = site.instance().start()) {
                new Client().awaitQueued(hub.httpPort(), 20);
                site.deliver(80, 10);

                postgres.stop();
                Site.eventually(() -> assertThat(health(hub)).isEqualTo(503));
                postgres.restart();

                Site.eventually(() -> assertThat(health(hub)).isEqualTo(200));
                site.awaitRest(hub.store());
                site.balance(hub.store());
                Site.eventually(() -> assertThat(locks(database)).isEqualTo(1));
            }
            site.brokerIsEmpty();
        }
    }

    /** What keeps a second hub off the database. */
    private static int locks(Postgres.Database database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_locks where locktype = 'advisory'")) {
            result.next();
            return result.getInt(1);
        }
    }

    private int health(Hub hub) throws Exception {
        return rest.get(hub.httpPort(), HEALTH).status();
    }
}
