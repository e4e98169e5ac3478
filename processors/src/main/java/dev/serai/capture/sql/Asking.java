package dev.serai.capture.sql;

import dev.serai.capture.CapturePoints;
import dev.serai.document.Document;
import dev.serai.document.RowDocument;
import dev.serai.files.PointDefaults;
import dev.serai.interaction.PointName;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.point.Around;
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
    /** So many in a row are no accident of rows. */
    private static final int SUSPECTS = 3;

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
     * @param around says whether this node still may
     * @throws StoreException.Unavailable when the hub's own database is away
     * @throws StoreException.Trouble when the hub failed on all of them in a way that says nothing of rows
     */
    List<Answered> ask(PointDefaults point, int attempts, Around around, List<Row> rows) {
        Turn turn = new Turn(point, attempts, around);
        turn.halves(rows);
        turn.suspects();
        return turn.answered;
    }

    /**
     * The database was told. Who comes again is new, but for a version that was done already: that stays known for as long
     * as answers are kept.
     */
    void told(PointDefaults point, List<Answered> told) {
        List<Delivery> forgotten = new ArrayList<>();
        List<Delivery> known = new ArrayList<>();
        for (Answered one : told) {
            failures.remove(one.row().key());
            boolean stays = one.row().versioned() && !one.result().response().isError();
            (stays ? known : forgotten).add(delivery(point, one.row()));
        }
        desk.told(forgotten, known);
    }

    /** One time of asking. */
    private final class Turn {
        private final PointDefaults point;
        private final int attempts;
        private final Around around;
        private final List<Answered> answered = new ArrayList<>();
        private final List<Suspect> suspects = new ArrayList<>();

        Turn(PointDefaults point, int attempts, Around around) {
            this.point = point;
            this.attempts = attempts;
            this.around = around;
        }

        void halves(List<Row> rows) {
            if (rows.isEmpty()) {
                return;
            }
            try {
                List<Fate> fates = desk.applyAll(
                        rows.stream()
                                .map(row -> new PointDesk.Asked(delivery(point, row), row.document()))
                                .toList(),
                        around);
                for (int at = 0; at < rows.size(); at++) {
                    answered.add(new Answered(rows.get(at), fates.get(at)));
                }
            } catch (StoreException.Unavailable | Around.Overtaken away) {
                throw away;
            } catch (RuntimeException | Error failure) {
                if (rows.size() == 1) {
                    alone(rows.get(0), failure);
                } else {
                    halves(rows.subList(0, rows.size() / 2));
                    halves(rows.subList(rows.size() / 2, rows.size()));
                }
            }
        }

        private void alone(Row row, Throwable failure) {
            if (failure instanceof StoreException.Trouble || failure instanceof Error) {
                suspects.add(new Suspect(row, failure));
                if (suspects.size() == SUSPECTS && answered.isEmpty()) {
                    suspects();
                }
            } else {
                failed(row, failure);
            }
        }

        /** Where a neighbour went well it is the row; where none did it is the hub, and nothing counts against rows. */
        void suspects() {
            if (answered.isEmpty() && !suspects.isEmpty()) {
                Throwable first = suspects.get(0).failure();
                throw first instanceof StoreException.Trouble trouble
                        ? trouble
                        : new StoreException.Trouble("the hub failed on rows", first);
            }
            suspects.forEach(one -> failed(one.row(), one.failure()));
        }

        private void failed(Row row, Throwable failure) {
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
                answered.add(new Answered(row, desk.apply(new Delivery(point, null, null), refused, around)));
            }
        }
    }

    /** A row that the hub failed on, by its own fault perhaps. */
    private record Suspect(Row row, Throwable failure) {}

    /** It is known until the database has been told, however long that takes. */
    private static Delivery delivery(PointDefaults point, Row row) {
        return new Delivery(point, row.key(), null, true, null);
    }
}
