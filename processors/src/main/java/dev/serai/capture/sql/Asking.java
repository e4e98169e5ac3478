package dev.serai.capture.sql;

import dev.serai.capture.CapturePoints;
import dev.serai.document.Document;
import dev.serai.document.RowDocument;
import dev.serai.files.PointDefaults;
import dev.serai.interaction.PointName;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.point.Delivery;
import dev.serai.point.Fate;
import dev.serai.point.PointDesk;
import dev.serai.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has rows applied, together where that goes well, else by halves down to the one that the hub fails on. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final int REMEMBERED = 10_000;

    private final PointName name;
    private final CapturePoints points;
    private final PointDesk desk;
    /** So often the hub failed on a row since this node reads the point. */
    private final Map<String, Integer> failures = new LinkedHashMap<>();

    Asking(PointName name, CapturePoints points) {
        this.name = name;
        this.points = points;
        this.desk = points.desk();
    }

    /** A row with what became of it. */
    record Answered(Row row, Fate fate) {
        Fate.Result result() {
            return fate.results().get(0);
        }
    }

    /**
     * What became of rows; those that the hub failed on are left out, they are asked again at another look.
     *
     * @param attempts so often a row may fail before it is refused
     * @throws StoreException.Unavailable when the hub's own database is away
     */
    List<Answered> ask(PointDefaults point, int attempts, List<Row> rows) {
        List<Answered> answered = new ArrayList<>();
        halves(point, attempts, rows, answered);
        return answered;
    }

    /** What became of them is not asked again: whoever has the same keys is new. */
    void forget(PointDefaults point, List<Row> rows) {
        rows.forEach(row -> failures.remove(row.key()));
        desk.forget(rows.stream().map(row -> delivery(point, row)).toList());
    }

    private void halves(PointDefaults point, int attempts, List<Row> rows, List<Answered> answered) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            List<Fate> fates = desk.applyAll(rows.stream()
                    .map(row -> new PointDesk.Asked(delivery(point, row), row.document()))
                    .toList());
            for (int at = 0; at < rows.size(); at++) {
                answered.add(new Answered(rows.get(at), fates.get(at)));
            }
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            if (rows.size() == 1) {
                failed(point, attempts, rows.get(0), failure, answered);
            } else {
                halves(point, attempts, rows.subList(0, rows.size() / 2), answered);
                halves(point, attempts, rows.subList(rows.size() / 2, rows.size()), answered);
            }
        }
    }

    private void failed(PointDefaults point, int attempts, Row row, RuntimeException failure, List<Answered> answered) {
        if (failures.size() > REMEMBERED) {
            failures.clear();
        }
        int times = failures.merge(row.key(), 1, Integer::sum);
        LOG.warn("the hub failed on a row point={} attempt={}", name, times, failure);
        points.health(name).noted("the hub failed on row " + row.name() + "; its log says why");
        if (times >= attempts) {
            Document refused = RowDocument.refused(
                    row.document().requests().get(0).reference(),
                    row.document().digest(),
                    Refusal.of(Code.INTERNAL, "the hub failed on this row " + times + " times; its log says why"));
            answered.add(new Answered(row, desk.apply(new Delivery(point, null, null), refused)));
        }
    }

    /** It is known until the database has been told, however long that takes. */
    private static Delivery delivery(PointDefaults point, Row row) {
        return new Delivery(point, row.key(), null, true, null);
    }
}
