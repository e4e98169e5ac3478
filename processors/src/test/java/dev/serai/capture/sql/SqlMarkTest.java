package dev.serai.capture.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows whose marks do not take. */
class SqlMarkTest {
    @TempDir
    private Path folder;

    @Test
    void nothingShouldBeOwedWhenTheDatabaseWasTold() {
        SqlPlace place = SqlPlace.of(folder);
        place.database().execute("insert into orders (subject) values ('a'), ('b')");
        try (CaptureHub hub = place.hub()) {
            await().until(() -> hub.interactions().size() == 2);

            await().untilAsserted(() -> assertThat(SqlPlace.owed(hub)).isZero());
            assertThat(place.database().rows("select status, marks from orders"))
                    .containsOnly("done 1");
        }
    }

    @Test
    void aRowThatCannotBeMarkedShouldBeToldAndStayOneInteraction() {
        SqlPlace place = SqlPlace.of(folder)
                .statements(Shop.STATEMENTS.replace(
                        "marks = marks + 1 where id = :id\n\n-- name: failed",
                        "marks = marks + 1 where id = -1\n\n-- name: failed"));
        place.database().execute("insert into orders (subject) values ('a'), ('b')");
        try (CaptureHub hub = place.hub()) {
            await().until(() -> hub.status("orders").state() == PointState.FAILING);

            assertThat(hub.status("orders").lastError())
                    .contains("2 of 2 rows cannot be marked", "'captured' changed no row");
            await().until(() -> hub.status("orders").lastErrorAt() != null
                    && hub.interactions().size() == 2);
            assertThat(SqlPlace.owed(hub)).isEqualTo(2);
        }
    }

    @Test
    void onlyTheRowThatIsToBlameShouldStayUnmarked() {
        SqlPlace place = SqlPlace.of(folder);
        place.database().execute("alter table orders add constraint poison check (id <> 7 or status = 'new')");
        place.database().execute("insert into orders (subject) select 'order ' || x from system_range(1, 20)");
        try (CaptureHub hub = place.hub()) {
            await().until(() -> hub.status("orders").state() == PointState.FAILING);

            assertThat(hub.status("orders").lastError())
                    .contains("rows cannot be marked", "row 7", "'captured' was refused with SQLState 23513");
            assertThat(place.database().rows("select id from orders where status = 'new'"))
                    .containsExactly("7");
            assertThat(hub.interactions()).hasSize(20);
            assertThat(hub.status("orders").counts().taken()).isEqualTo(20);
        }
    }

    @Test
    @SuppressWarnings("try") // the hub looks as long as it is open
    void aPageOfRowsThatCannotBeMarkedShouldNotStopThoseBehindIt() {
        SqlPlace place = SqlPlace.of(folder).with(", maxPerPoll: 5");
        place.database().execute("alter table orders add constraint poison check (id > 12 or status = 'new')");
        place.database().execute("insert into orders (subject) select 'order ' || x from system_range(1, 20)");
        try (CaptureHub hub = place.hub()) {
            await().untilAsserted(() -> assertThat(place.database().rows("select id from orders where status = 'done'"))
                    .hasSize(8));

            assertThat(place.database().rows("select id from orders where status = 'new'"))
                    .hasSize(12);
        }
    }
}
