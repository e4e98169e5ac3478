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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final InTurn turns = new InTurn();

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
        List<Late> late = new ArrayList<>();
        try {
            Deque<Told> told = new ArrayDeque<>(
                    rows.stream().flatMap(row -> told(plan, row).stream()).toList());
            while (!told.isEmpty()) {
                NamedQuery statement = told.getFirst().statement();
                run(statement, batch(statement, told, late), marks);
            }
            connection.commit();
        } catch (SQLException | SqlTrouble | RuntimeException failure) {
            undo(connection);
            throw failure;
        }
        late.addAll(late(plan.point().reading().attempts(), marks.undone()));
        return late;
    }

    /** The next of one statement, of an interaction one at most: the one after it waits for what becomes of it. */
    private List<Mark<OutgoingRow>> batch(NamedQuery statement, Deque<Told> told, List<Late> late) {
        List<Mark<OutgoingRow>> batch = new ArrayList<>();
        Set<String> interactions = new HashSet<>();
        while (!told.isEmpty() && told.getFirst().statement().equals(statement)) {
            OutgoingRow row = told.getFirst().mark().of();
            if (!turns.mayGo(row)) {
                late.add(new Late(row, PAUSE));
            } else if (interactions.add(InTurn.of(row))) {
                batch.add(told.getFirst().mark());
            } else {
                break;
            }
            told.removeFirst();
        }
        return batch;
    }

    private void run(NamedQuery statement, List<Mark<OutgoingRow>> batch, Marks<OutgoingRow> marks)
            throws SQLException, SqlTrouble {
        int before = marks.undone().size();
        marks.run(statement, batch);
        batch.forEach(mark -> turns.over(mark.of()));
        marks.undone().stream()
                .skip(before)
                .filter(one -> one.failure() != null)
                .forEach(one -> turns.waits(one.of()));
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
                turns.over(one.of());
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
