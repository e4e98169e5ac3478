package dev.serai.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.testing.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresLookupTest extends LookupContract {
    private final Postgres.Database database = Postgres.shared().createDatabase();

    @Override
    String database(Path folder) {
        try {
            Path secret = Files.writeString(folder.resolve("secret"), database.password());
            return "url: " + database.url() + "\nusername: " + database.user() + "\nsecret: file:" + secret + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    String slow() {
        return "select pg_sleep(30) as slow";
    }

    @Test
    void aQueryShouldChangeNothing() throws Exception {
        query("with gone as (delete from customer returning number) select * from gone");

        assertThat(tried("").warnings()).anyMatch(warning -> warning.contains("refused with SQLState 25006"));
    }
}
