package dev.serai.capture.sql;

import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database goes away and comes back. */
class SqlAwayTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path files;

    @Test
    void rowsShouldBeReadAgainWhenTheDatabaseIsBack() throws SQLException {
        Server server = server(0);
        Foreign database = new Foreign("jdbc:h2:tcp://localhost:" + server.getPort() + "/./shop", "sa", "");
        new Shop(database).order("A", 1);
        try (CaptureHub hub = new SqlPlace(folder, database).hub()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> hub.interactions().size() == 1);
            int port = server.getPort();
            server.stop();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> hub.status("orders").state() == PointState.FAILING);
            server = server(port);
            new SqlPlace(folder, database).database().execute("insert into orders (subject) values ('later')");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> hub.interactions().size() == 2);
        } finally {
            server.stop();
        }
    }

    private Server server(int port) throws SQLException {
        return Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists", "-baseDir", files.toString())
                .start();
    }
}
