package dev.serai.capture.sql;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.sql.Marks.Mark;
import dev.serai.capture.sql.Marks.Unmarked;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.lookup.NamedQuery;
import dev.serai.point.Outlet;
import dev.serai.store.OutgoingRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a point's database what happened: the statements of many notifications, in order, in one transaction. */
final class SqlOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(SqlOutlet.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PointName name;
    private final CapturePoints points;
    private final SqlLine line;
    private final Map<String, Integer> refusals = new HashMap<>();

    SqlOutlet(PointName name, CapturePoints points, SqlLine line) {
        this.name = name;
        this.points = points;
        this.line = line;
    }

    @Override
    public List<Late> send(List<OutgoingRow> rows) throws SqlTrouble {
        CaptureEnvironment environment = points.environment();
        SqlPlan plan = SqlPlan.of(environment.generation().get(), name)
                .orElseThrow(() -> new SqlTrouble("the file of the capture point is gone"));
        try (Connection connection = line.open(plan)) {
            return tell(plan, rows, connection);
        } catch (SQLException failure) {
            throw noted(SqlTrouble.of("database '" + plan.database().name() + "' cannot be told", failure));
        } catch (SqlTrouble trouble) {
            throw noted(trouble);
        }
    }

    private SqlTrouble noted(SqlTrouble trouble) {
        points.health(name).noted(trouble.sentence());
        return trouble;
    }

    private List<Late> tell(SqlPlan plan, List<OutgoingRow> rows, Connection connection)
            throws SQLException, SqlTrouble {
        Marks<OutgoingRow> marks = new Marks<>(connection, plan.seconds());
        try {
            List<Told> told =
                    rows.stream().flatMap(row -> told(plan, row).stream()).toList();
            for (int from = 0, to; from < told.size(); from = to) {
                NamedQuery statement = told.get(from).statement();
                to = from;
                List<Mark<OutgoingRow>> batch = new ArrayList<>();
                while (to < told.size() && told.get(to).statement().equals(statement)) {
                    batch.add(told.get(to++).mark());
                }
                marks.run(statement, batch);
            }
            connection.commit();
        } catch (SQLException | SqlTrouble | RuntimeException failure) {
            undo(connection);
            throw failure;
        }
        return late(plan.point().reading().attempts(), marks.undone());
    }

    /** One notification with its statement. */
    private record Told(NamedQuery statement, Mark<OutgoingRow> mark) {}

    private Optional<Told> told(SqlPlan plan, OutgoingRow row) {
        Optional<NewsRow> news = NewsRow.of(row);
        Optional<NamedQuery> statement =
                news.map(one -> plan.statements().news().get(one.kind()));
        if (news.isEmpty() || statement.isEmpty()) {
            LOG.warn("notification has no statement, it is dropped point={} delivery={}", name, row.deliveryId());
            return Optional.empty();
        }
        Interaction now = interaction(statement.get(), row, news.get());
        return Optional.of(new Told(statement.get(), new Mark<>(row, news.get().values(now))));
    }

    private @Nullable Interaction interaction(NamedQuery statement, OutgoingRow row, NewsRow news) {
        boolean wanted = statement.names().stream().anyMatch(one -> one.startsWith(Parameters.USER_DATA));
        return wanted
                ? points.environment()
                        .store()
                        .read(tx -> tx.interactions().load(row.tenant(), InteractionId.of(news.id())))
                        .orElse(null)
                : null;
    }

    /** One that changed no row was told; one that is refused again and again is given up, or none after it would be told. */
    private List<Late> late(int attempts, List<Unmarked<OutgoingRow>> undone) {
        List<Late> late = new ArrayList<>();
        for (Unmarked<OutgoingRow> one : undone) {
            if (one.failure() == null) {
                continue;
            }
            points.health(name).noted("a notification: " + one.reason());
            int times = refusals.merge(one.of().deliveryId(), 1, Integer::sum);
            if (times < attempts) {
                late.add(new Late(one.of(), PAUSE));
            } else {
                refusals.remove(one.of().deliveryId());
                LOG.warn(
                        "notification is refused by the database, it is dropped point={} delivery={} reason={}",
                        name,
                        one.of().deliveryId(),
                        one.reason());
            }
        }
        return late;
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // it ends with its connection
        }
    }
}
