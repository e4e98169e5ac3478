package dev.serai.app;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.strategy.Actions;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The Camel context of the hub: bare, with the broker and the actions bound; routes are loaded from a generation. */
final class HubContext {
    private HubContext() {}

    static CamelContext create(Broker broker) {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getCamelContextExtension().setName("serai");
        camel.setUseMDCLogging(false);
        camel.setStreamCaching(false);
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        camel.getShutdownStrategy().setTimeout(Duration.ofSeconds(20).toSeconds());
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        camel.addComponent("jms", jms(broker.pooled()));
        Actions.bind(camel.getRegistry());
        return camel;
    }

    /** @throws HubException naming the file that Camel refuses */
    static void load(CamelContext camel, Generation generation) throws HubException {
        for (CamelResource resource : generation.camelRoutes()) {
            try {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
            } catch (Exception refused) {
                throw new HubException(resource.path() + ": " + HubException.words(refused), refused);
            }
        }
    }

    private static JmsComponent jms(ConnectionFactory connections) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        jms.setHeaderFilterStrategy(new InternalHeaders());
        jms.setAcceptMessagesWhileStopping(false);
        return jms;
    }
}
