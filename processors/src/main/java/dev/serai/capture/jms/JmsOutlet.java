package dev.serai.capture.jms;

import dev.serai.capture.CapturePoints;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlet;
import dev.serai.store.OutgoingRow;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers to whom asked, news and all other answers to the destination {@code .notification}. */
final class JmsOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(JmsOutlet.class);
    /** What becomes of an answer that nobody can be given. */
    private static final String UNANSWERED = "unanswered";

    private final PointName name;
    private final CapturePoints points;
    private final ConnectionFactory broker;
    private @Nullable Connection connection;

    JmsOutlet(PointName name, CapturePoints points, ConnectionFactory broker) {
        this.name = name;
        this.points = points;
        this.broker = broker;
    }

    @Override
    public void send(List<OutgoingRow> rows) throws JMSException {
        JmsPointDefinition point =
                points.environment().generation().get().jmsPoints().get(name);
        if (point == null) {
            throw new JMSException("the file of the capture point is gone");
        }
        try {
            send(rows, point, connected());
        } catch (JMSException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (JMSException gone) {
            LOG.debug("connection to the broker was gone already");
        }
    }

    /** All at once; where one of them is not taken, one by one, so that it holds up no other. */
    private void send(List<OutgoingRow> rows, JmsPointDefinition point, Connection open) throws JMSException {
        try (Post post = Post.inOne(open, point)) {
            for (OutgoingRow row : rows) {
                post.add(row);
            }
            post.commit();
            return;
        } catch (JMSException | RuntimeException one) {
            LOG.debug("answers are sent one by one point={}", name, one);
        }
        try (Post post = Post.oneByOne(open, point)) {
            for (OutgoingRow row : rows) {
                single(post, row);
            }
        }
    }

    private void single(Post post, OutgoingRow row) throws JMSException {
        try {
            post.add(row);
        } catch (JMSException | RuntimeException failure) {
            if (!post.isNobodyThere(row, failure)) {
                throw failure;
            }
            points.health(name).counted(UNANSWERED);
            LOG.info("an answer is dropped, the destination that its asker named is not there point={}", name);
        }
    }

    private Connection connected() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = broker.createConnection();
            connection = open;
            open.start();
        }
        return open;
    }
}
