package dev.serai.capture.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.ResourceAllocationException;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.transport.RequestTimedOutIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How sends to a broker end that does not take them. */
final class Sends {
    private static final Logger LOG = LoggerFactory.getLogger(Sends.class);

    private Sends() {}

    /**
     * Has every send answered, in a transaction too, so that a refusal is met where it belongs and none waits for ever.
     *
     * @param timeout milliseconds
     */
    static void answered(Connection connection, int timeout) {
        if (connection instanceof ActiveMQConnection known) {
            known.setSendTimeout(timeout);
        }
    }

    /** Whether the broker did not answer; it may hold that connection up for ever. */
    static boolean isTimeout(JMSException failure) {
        return failure.getCause() instanceof RequestTimedOutIOException
                || failure.getLinkedException() instanceof RequestTimedOutIOException;
    }

    /** The same, in other words. */
    static JMSException because(String sentence, JMSException cause) {
        JMSException told = new ResourceAllocationException(sentence);
        told.initCause(cause);
        return told;
    }

    /** Closes it without asking the broker where that does not answer. */
    static void cut(Connection connection) {
        try {
            if (connection instanceof ActiveMQConnection known) {
                known.getTransport().stop();
            }
        } catch (Exception gone) {
            LOG.debug("transport to the broker was gone already", gone);
        }
        close(connection);
    }

    /** Closes it. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (JMSException gone) {
            LOG.debug("connection to the broker was gone already");
        }
    }
}
