package dev.serai.capture.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.interaction.Interaction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of columns and values, hostile ones too. */
class SqlValueTest {
    private static final String MARKS = """

            -- name: captured
            update t set status = 'done' where id = :id
            -- name: failed
            update t set status = :errorDescription where id = :id
            """;

    @TempDir
    private Path folder;

    @Test
    void columnsShouldBePropertiesByTheirNamesAndUserDataOtherwise() {
        SqlPlace place = place(
                "EXTERNAL_ID varchar(20), subject varchar(50), media_type varchar(20), Priority int, from_address varchar(80),"
                        + " received_at timestamp, customer_tier varchar(20), amount decimal(12, 2), vip boolean,"
                        + " due date, state varchar(20), note clob, nothing varchar(5)",
                "'A-1', 'Lamps', 'order', 70, 'Jo Doe <jo@example.org>', timestamp '2026-11-20 10:00:00', 'gold', 12.50,"
                        + " true, date '2026-12-24', 'paid', 'a long note', null");
        try (CaptureHub hub = place.hub()) {
            Interaction one = one(hub);

            assertThat(one.origin().externalId()).isEqualTo("A-1");
            assertThat(one.content().subject()).isEqualTo("Lamps");
            assertThat(one.origin().mediaType()).isEqualTo("order");
            assertThat(one.standing().priority()).isEqualTo(70);
            assertThat(one.content().from().name()).isEqualTo("Jo Doe");
            assertThat(one.origin().receivedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
            assertThat(one.userData())
                    .contains(
                            entry("customerTier", "gold"),
                            entry("amount", 12.5),
                            entry("vip", true),
                            entry("due", "2026-12-24"),
                            entry("state", "paid"),
                            entry("note", "a long note"))
                    .doesNotContainKeys("nothing", "status", "id");
        }
    }

    @Test
    void valuesWithSqlInThemShouldStayValues() {
        SqlPlace place = place(
                "external_id varchar(99), subject varchar(99)", "'x''; drop table t; --', ':id ? ''; delete from t'");
        try (CaptureHub hub = place.hub()) {
            assertThat(one(hub).origin().externalId()).isEqualTo("x'; drop table t; --");
            await().untilAsserted(() ->
                    assertThat(place.database().rows("select status from t")).containsExactly("done"));
        }
    }

    @Test
    void columnsThatAreCalledAsHeadersShouldNeverBecomeHeaders() {
        SqlPlace place = place(
                "\"CamelSqlQuery\" varchar(40), \"camelfilename\" varchar(40), \"SeraiInteractionId\" varchar(40), \"JMSReplyTo\" varchar(40)",
                "'delete from t', '/etc/passwd', 'mine', 'queue:x'");
        try (CaptureHub hub = place.hub()) {
            Interaction one = one(hub);
            await().until(() -> hub.steps().size() == 1);

            Exchange step = hub.steps().get(0);
            assertThat(step.getMessage().getHeaders()).containsOnlyKeys("SeraiInteractionId", "SeraiCapturePoint");
            assertThat(step.getMessage().getHeader("SeraiInteractionId"))
                    .isEqualTo(one.id().value());
            assertThat(one.userData()).containsEntry("CamelSqlQuery", "delete from t");
        }
    }

    @Test
    void whatCannotBeReadShouldBeRefusedAndHarmNoNeighbour() {
        SqlPlace place = place(
                "external_id varchar(300), subject clob, scan blob, priority varchar(20)", "'A-1', 'fine', null, '5'");
        place.database()
                .execute(
                        "insert into t (external_id, scan) values ('A-2', x'00ff')",
                        "insert into t (external_id, priority) values ('A-3', 'high')",
                        "insert into t (external_id, subject) values (null, 'nobody')",
                        "insert into t (external_id, subject) values ('A-5', repeat('x', 1000001))",
                        "insert into t (external_id, subject) values (repeat('y', 256), 'long')",
                        "insert into t (external_id, subject) values ('A-7', 'fine')");
        try (CaptureHub hub = place.hub()) {
            await().untilAsserted(() -> assertThat(place.database().rows("select id from t where status = 'new'"))
                    .isEmpty());

            assertThat(hub.interactions())
                    .extracting(one -> one.origin().externalId())
                    .containsExactlyInAnyOrder("A-1", "A-7");
            Map<String, String> told = Map.of(
                    "2", "column 'SCAN' is binary",
                    "3", "column 'PRIORITY'",
                    "4", "its column external_id is null or empty",
                    "5", "column 'SUBJECT' has more than 1000000 characters",
                    "6", "1 to 255 characters");
            told.forEach((id, reason) -> assertThat(place.database().rows("select status from t where id = " + id))
                    .singleElement()
                    .asString()
                    .contains(reason)
                    .hasSizeLessThanOrEqualTo(256));
            assertThat(hub.status("orders").counts().refused()).isEqualTo(5);
        }
    }

    @Test
    void twoColumnsOfOneNameShouldBeSaid() {
        SqlPlace place = place("external_id varchar(20)", "'A-1'")
                .statements("-- name: capture\nselect id, external_id, id as external_Id from t where status = 'new'"
                        + MARKS);
        try (CaptureHub hub = place.hub()) {
            await().until(() -> hub.status("orders").lastError() != null);

            assertThat(hub.status("orders").lastError()).contains("two columns are called 'EXTERNAL_ID'");
        }
    }

    private SqlPlace place(String columns, String values) {
        Foreign database = Foreign.h2();
        database.execute(
                "create table t (id int generated by default as identity primary key, status varchar(300) default 'new', "
                        + columns + ")",
                "insert into t values (default, default, " + values + ")");
        String names = String.join(
                ", ",
                database.rows("select '\"' || column_name || '\"' from information_schema.columns"
                        + " where table_name = 'T' and column_name <> 'STATUS' order by ordinal_position"));
        return new SqlPlace(folder, database)
                .statements("-- name: capture\nselect " + names + " from t where status = 'new' order by id" + MARKS);
    }

    private static Interaction one(CaptureHub hub) {
        await().until(() -> hub.interactions().size() == 1);
        return hub.interactions().get(0);
    }
}
