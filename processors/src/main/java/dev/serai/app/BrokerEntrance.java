package dev.serai.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.broker.region.Subscription;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.Message;
import org.jspecify.annotations.Nullable;

/**
 * Who may come into the embedded broker: those who know user and secret. What comes through the open port neither reads
 * nor writes `serai.internal.*`.
 */
final class BrokerEntrance implements BrokerPlugin {
    private static final String INTERNAL = "serai.internal.";

    private final String user;
    private final Supplier<String> secret;

    /** @param secret asked for at every connection, so that rotating it needs no restart */
    BrokerEntrance(String user, Supplier<String> secret) {
        this.user = user;
        this.secret = secret;
    }

    @Override
    public Broker installPlugin(Broker broker) {
        return new Door(broker);
    }

    private boolean knows(ConnectionInfo who) {
        return user.equals(who.getUserName()) && MessageDigest.isEqual(bytes(secret.get()), bytes(who.getPassword()));
    }

    private static byte[] bytes(@Nullable String text) {
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOutside(ConnectionContext context) {
        return context.getConnector() != null
                && !context.getConnector().toString().startsWith("vm:");
    }

    private static boolean mayBeInternal(ActiveMQDestination destination) {
        if (destination.isComposite()) {
            return Stream.of(destination.getCompositeDestinations()).anyMatch(BrokerEntrance::mayBeInternal);
        }
        String name = destination.getPhysicalName().toLowerCase(Locale.ROOT);
        return destination.isPattern() || name.startsWith(INTERNAL);
    }

    private static void require(ConnectionContext context, @Nullable ActiveMQDestination destination) {
        if (destination != null && isOutside(context) && mayBeInternal(destination)) {
            throw new SecurityException("serai.internal.* is nobody's interface, and wildcards may name it");
        }
    }

    private final class Door extends BrokerFilter {
        Door(Broker next) {
            super(next);
        }

        @Override
        public void addConnection(ConnectionContext context, ConnectionInfo who) throws Exception {
            if (!knows(who)) {
                throw new SecurityException("the user or the secret is wrong");
            }
            super.addConnection(context, who);
        }

        @Override
        public Subscription addConsumer(ConnectionContext context, ConsumerInfo consumer) throws Exception {
            require(context, consumer.getDestination());
            return super.addConsumer(context, consumer);
        }

        @Override
        public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
            require(exchange.getConnectionContext(), message.getDestination());
            super.send(exchange, message);
        }
    }
}
