package dev.serai.live;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.DefaultExchange;

/** The Camel context of one generation: its strategies, its accounts and what they call; nothing in it has a source. */
public final class LiveContext implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DefaultCamelContext camel;
    private final ProducerTemplate producer;

    private LiveContext(DefaultCamelContext camel, ProducerTemplate producer) {
        this.camel = camel;
        this.producer = producer;
    }

    /** @throws RefusedException naming the file that Camel refuses */
    static LiveContext start(Generation generation, Equipment equipment, Beans beans) throws RefusedException {
        DefaultCamelContext camel = new DefaultCamelContext();
        bare(camel);
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(PATIENCE.toSeconds());
        try {
            equipment.equip(camel);
            beans.bind(camel);
            for (CamelResource resource : generation.camelRoutes()) {
                if (Belonging.of(resource, generation).toGeneration()) {
                    Loading.load(camel, resource);
                }
            }
            Loading.start(camel, generation);
            return new LiveContext(camel, camel.createProducerTemplate());
        } catch (RefusedException refused) {
            camel.stop();
            throw refused;
        } catch (RuntimeException | LinkageError broken) {
            camel.stop();
            throw Loading.refused("routes", "Camel does not take them", broken);
        }
    }

    /** As all contexts of the hub are: without caches, handlers and logs that its promises do not need. */
    public static void bare(DefaultCamelContext camel) {
        camel.getCamelContextExtension().setName("serai");
        camel.setUseMDCLogging(false);
        camel.setStreamCaching(false);
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    }

    /** For figures of its routes. */
    public CamelContext camel() {
        return camel;
    }

    Exchange run(String uri, Object body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        return producer.send(uri, exchange);
    }

    @Override
    public void close() {
        producer.stop();
        camel.stop();
    }

    /** What routes of a generation find in its context's registry. */
    interface Beans {
        void bind(CamelContext camel);
    }
}
