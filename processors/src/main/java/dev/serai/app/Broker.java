package dev.serai.app;

import dev.serai.files.BrokerKeys;
import dev.serai.files.Settings;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.activemq.broker.BrokerService;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/**
 * The broker that work is handed over by: embedded in the process, or an external ActiveMQ Classic or Artemis over
 * OpenWire. It never holds a backlog of the hub's own; only `serai.capture.*` is kept on disk.
 */
final class Broker implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final @Nullable BrokerService embedded;
    private final JmsPoolConnectionFactory pool;
    private final ConnectionFactory plain;
    private final ScheduledExecutorService looks = Ticks.named("serai-broker-look", 1);
    private volatile boolean up = true;

    private Broker(@Nullable BrokerService embedded, ActiveMQConnectionFactory plain) {
        this.embedded = embedded;
        this.plain = plain;
        this.pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(plain);
        pool.setMaxConnections(4);
        pool.setUseAnonymousProducers(false);
        pool.start();
        ScheduledFuture<?> unused = Endurance.every(looks, "broker-look", Duration.ZERO, LOOK, this::look);
    }

    /**
     * Starts the embedded broker, or connects to the one that `serai.broker.url` names.
     *
     * @throws HubException when it cannot be started or its settings contradict each other
     */
    static Broker start(Settings settings, Path dataFolder) throws HubException {
        String url = settings.text(BrokerKeys.URL);
        if (!url.isEmpty()) {
            return new Broker(null, factory(url, settings));
        }
        String name = "serai-" + java.util.UUID.randomUUID();
        try {
            BrokerService service = EmbeddedBroker.start(name, settings, dataFolder);
            return new Broker(service, factory("vm://" + name + "?create=false", settings));
        } catch (HubException known) {
            throw known;
        } catch (Exception failure) {
            throw new HubException("the embedded broker does not start: " + HubException.words(failure), failure);
        }
    }

    /** Connections are kept and shared; for producers and for Camel. */
    ConnectionFactory pooled() {
        return pool;
    }

    /** A connection of one's own each time; for consumers with transactions. */
    ConnectionFactory plain() {
        return plain;
    }

    /** Whether it took a connection a moment ago; answered at once. */
    boolean isUp() {
        return up;
    }

    private void look() {
        try (Connection connection = plain.createConnection()) {
            connection.start();
            up = true;
        } catch (JMSException | RuntimeException away) {
            up = false;
        }
    }

    private static ActiveMQConnectionFactory factory(String url, Settings settings) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(BrokerUrl.impatient(url));
        String user = settings.text(BrokerKeys.USERNAME);
        if (!user.isEmpty()) {
            factory.setUserName(user);
            settings.secret(BrokerKeys.SECRET).ifPresent(secret -> factory.setPassword(secret.resolve()));
        }
        factory.setTrustedPackages(List.of());
        factory.getRedeliveryPolicy().setMaximumRedeliveries(RedeliveryPolicy.NO_MAXIMUM_REDELIVERIES);
        factory.setWatchTopicAdvisories(false);
        return factory;
    }

    @Override
    public void close() {
        Ticks.end(looks);
        pool.stop();
        if (embedded != null) {
            try {
                embedded.stop();
            } catch (Exception failure) {
                throw new IllegalStateException("the embedded broker did not stop", failure);
            }
        }
    }
}
