package dev.serai.capture.jms;

import dev.serai.capture.CapturePoints;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlet;
import dev.serai.store.OutgoingRow;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers to whom asked, news and all other answers to the destination {@code .notification}. */
final class JmsOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(JmsOutlet.class);
    /** What becomes of an answer that nobody can be given. */
    private static final String UNANSWERED = "unanswered";

    private static final int SEND_TIMEOUT = 5_000;

    private final PointName name;
    private final CapturePoints points;
    private final ConnectionFactory broker;
    private final ShutAddresses shut = new ShutAddresses(System::nanoTime);
    private @Nullable Connection connection;

    JmsOutlet(PointName name, CapturePoints points, ConnectionFactory broker) {
        this.name = name;
        this.points = points;
        this.broker = broker;
    }

    @Override
    public List<Late> send(List<OutgoingRow> rows) throws JMSException {
        JmsPointDefinition point = points.environment()
                .generation()
                .get()
                .points(JmsPointDefinition.class)
                .get(name);
        if (point == null) {
            throw new JMSException("the file of the capture point is gone");
        }
        List<OutgoingRow> due = new ArrayList<>();
        List<Late> late = new ArrayList<>();
        for (OutgoingRow row : rows) {
            Duration left = shut.left(Post.address(row, point));
            if (left.isZero()) {
                due.add(row);
            } else if (!isTooOld(row, point)) {
                late.add(new Late(row, left));
            }
        }
        try {
            late.addAll(due.isEmpty() ? List.of() : send(due, point, connected()));
            return late;
        } catch (JMSException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            Sends.close(open);
        }
    }

    /** All at once; where one is not taken nothing was sent, and its destination is left alone before the others are tried. */
    private List<Late> send(List<OutgoingRow> rows, JmsPointDefinition point, Connection open) throws JMSException {
        OutgoingRow tried = rows.get(0);
        boolean added = false;
        try (Post post = Post.open(open, point)) {
            for (OutgoingRow row : rows) {
                tried = row;
                post.add(row);
            }
            added = true;
            post.commit();
            rows.forEach(row -> shut.taken(Post.address(row, point)));
            return List.of();
        } catch (JMSException failure) {
            if (added && rows.size() > 1) {
                return halves(rows, point, failure);
            }
            return without(tried, rows, point, failure);
        }
    }

    private List<Late> halves(List<OutgoingRow> rows, JmsPointDefinition point, JMSException failure)
            throws JMSException {
        if (!Post.isBrokerThere(connected())) {
            throw failure;
        }
        int half = rows.size() / 2;
        List<Late> late = new ArrayList<>(send(rows.subList(0, half), point, connected()));
        rows.subList(half, rows.size()).forEach(row -> late.add(new Late(row, Duration.ZERO)));
        return late;
    }

    private List<Late> without(
            OutgoingRow culprit, List<OutgoingRow> rows, JmsPointDefinition point, JMSException failure)
            throws JMSException {
        String address = Post.address(culprit, point);
        boolean nobody = false;
        if (Sends.isTimeout(failure)) {
            connection = null;
        } else {
            boolean there = Post.isBrokerThere(connected());
            if (!there) {
                throw failure;
            }
            nobody = Post.isNobodyThere(culprit, failure);
        }
        Duration pause = nobody ? Duration.ZERO : refused(address, failure);
        List<Late> late = new ArrayList<>();
        for (OutgoingRow row : rows) {
            boolean same = Post.address(row, point).equals(address);
            if (same && nobody) {
                dropped("an answer is dropped, the destination that its asker named is not there point={}");
            } else if (!same || !isTooOld(row, point)) {
                late.add(new Late(row, same ? pause : Duration.ZERO));
            }
        }
        return late;
    }

    private Duration refused(String address, JMSException failure) {
        Duration pause = shut.refused(address);
        points.health(name).noted("a destination does not take answers, they wait: " + failure.getMessage());
        LOG.warn("a destination does not take answers, they wait point={} seconds={}", name, pause.toSeconds());
        LOG.debug("answers wait point={} destination={}", name, address, failure);
        return pause;
    }

    /** One that waited as long as it would have waited on the broker is nobody's any more. */
    private boolean isTooOld(OutgoingRow row, JmsPointDefinition point) {
        Duration keep = point.keep().answers();
        Instant born = row.bornAt();
        boolean old = !keep.isZero()
                && born != null
                && born.plus(keep).isBefore(points.environment().clock().instant());
        if (old) {
            dropped("an answer is dropped, its destination took nothing for as long as answers are kept point={}");
        }
        return old;
    }

    private void dropped(String sentence) {
        points.health(name).counted(UNANSWERED);
        LOG.info(sentence, name);
    }

    private Connection connected() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = broker.createConnection();
            connection = open;
            Sends.answered(open, SEND_TIMEOUT);
            open.start();
        }
        return open;
    }
}
