package dev.serai.app;

import dev.serai.live.Equipment;
import dev.serai.live.LiveContext;
import dev.serai.rest.RouteWatch;
import dev.serai.strategy.Actions;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** The Camel context that the hub always has, and what it gives to those of generations. */
final class HubContext {
    private HubContext() {}

    static DefaultCamelContext create(Broker broker) {
        DefaultCamelContext camel = new DefaultCamelContext();
        LiveContext.bare(camel);
        camel.getShutdownStrategy().setTimeout(Duration.ofSeconds(20).toSeconds());
        equip(camel, broker);
        return camel;
    }

    static Equipment equipment(Broker broker, RouteWatch watch) {
        return new Equipment() {
            @Override
            public void equip(CamelContext context) {
                HubContext.equip(context, broker);
                watch.watchGeneration(context);
            }

            @Override
            public void onlyRoutes(Set<String> ids) {
                watch.keepOnly(ids);
            }
        };
    }

    private static void equip(CamelContext camel, Broker broker) {
        camel.addComponent("jms", jms(broker.pooled()));
        Actions.bind(camel.getRegistry());
    }

    private static JmsComponent jms(ConnectionFactory connections) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connections);
        jms.setHeaderFilterStrategy(new InternalHeaders());
        jms.setAcceptMessagesWhileStopping(false);
        return jms;
    }
}
