package dev.serai.capture.jms;

import dev.serai.interaction.PointName;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A JMS capture point by name; everything else is in the live files. */
final class JmsEndpoint extends DefaultEndpoint {
    private final PointName name;
    private final JmsPlace place;

    JmsEndpoint(String uri, Component component, PointName name, JmsPlace place) {
        super(uri, component);
        this.name = name;
        this.place = place;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new JmsConsumer(this, processor, name, place);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a capture point can only be read from: " + getEndpointUri());
    }
}
