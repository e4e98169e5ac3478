package dev.serai.store;

import dev.serai.interaction.PointName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Up to where Kafka capture points have their partitions. */
public final class KafkaPositionTable {
    private final Sql sql;
    private final Tx tx;

    KafkaPositionTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /**
     * A partition as a point knows it.
     *
     * @param cluster the cluster's own id
     * @param topicId of the topic, another one when it is made anew
     */
    public record Spot(String tenant, PointName point, String cluster, String topicId, int partition) {}

    /**
     * Up to where a point has a partition.
     *
     * @param next offset of the first record that is not behind it
     */
    public record Position(Spot spot, long next) {
        static Position read(ResultSet result, StatementContext context) throws SQLException {
            Row row = new Row(result);
            Spot spot = new Spot(
                    row.text("tenant"),
                    PointName.of(row.text("point")),
                    row.text("cluster_id"),
                    row.text("topic_id"),
                    row.number("partition_no"));
            return new Position(spot, row.big("next_offset"));
        }
    }

    /** All partitions that a point ever had of a topic of that name, also of others of that name. */
    public List<Position> ofTopic(String tenant, PointName point, String topic) {
        return sql.query("kafka-positions")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("topic", topic)
                .map(Position::read)
                .list();
    }

    /** A first position; a partition that has one keeps it. */
    public void insert(Spot spot, String topic, long next) {
        at(spot, "kafka-position-insert")
                .bind("topic", topic)
                .bind("next", next)
                .bind("now", Sql.time(tx.now()))
                .execute();
    }

    /** What is known of others of that name, which are gone, is of no meaning to what is kept for records under way. */
    public void retireOthers(Spot spot, String topic) {
        int unused = sql.update("kafka-position-retire")
                .bind("tenant", spot.tenant())
                .bind("point", spot.point().value())
                .bind("topic", topic)
                .bind("cluster", spot.cluster())
                .bind("topicId", spot.topicId())
                .execute();
    }

    /**
     * Something of the next record is written; false when the partition is elsewhere. Holds the partition until the commit.
     *
     * @param from where the caller believes it to be
     */
    public boolean begin(Spot spot, long from) {
        return at(spot, "kafka-position-begin").bind("from", from).execute() == 1;
    }

    /** An attempt that says nothing of the record does not count. */
    public void takeBack(Spot spot, long from) {
        int unused = at(spot, "kafka-position-take-back").bind("from", from).execute();
    }

    /** The next record is begun once more; returns how often it was, 0 when the partition is elsewhere. */
    public int attempt(Spot spot, long from) {
        if (at(spot, "kafka-position-attempt").bind("from", from).execute() == 0) {
            return 0;
        }
        return sql.query("kafka-position-attempts")
                .bind("tenant", spot.tenant())
                .bind("point", spot.point().value())
                .bind("cluster", spot.cluster())
                .bind("topicId", spot.topicId())
                .bind("partition", spot.partition())
                .mapTo(Integer.class)
                .one();
    }

    /** Goes elsewhere, forwards or backwards; false when it is not where it was. */
    public boolean set(Spot spot, long from, long next) {
        return at(spot, "kafka-position-set")
                        .bind("from", from)
                        .bind("next", next)
                        .bind("now", Sql.time(tx.now()))
                        .execute()
                == 1;
    }

    private Update at(Spot spot, String statement) {
        return sql.update(statement)
                .bind("tenant", spot.tenant())
                .bind("point", spot.point().value())
                .bind("cluster", spot.cluster())
                .bind("topicId", spot.topicId())
                .bind("partition", spot.partition());
    }
}
