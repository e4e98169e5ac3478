package dev.serai.app;

import java.util.Locale;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.Message;

/** Keeps what comes to {@code serai.capture.*} on disk, whatever its sender said of it. */
final class DurableCapture implements BrokerPlugin {
    private static final String CAPTURE = "serai.capture.";

    @Override
    public Broker installPlugin(Broker broker) {
        return new Keeper(broker);
    }

    private static boolean isCapture(ActiveMQDestination destination) {
        return destination.isQueue()
                && !destination.isTemporary()
                && destination.getPhysicalName().toLowerCase(Locale.ROOT).startsWith(CAPTURE);
    }

    private static final class Keeper extends BrokerFilter {
        Keeper(Broker next) {
            super(next);
        }

        @Override
        public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
            if (!message.isPersistent() && isCapture(message.getDestination())) {
                message.setPersistent(true);
            }
            super.send(exchange, message);
        }
    }
}
