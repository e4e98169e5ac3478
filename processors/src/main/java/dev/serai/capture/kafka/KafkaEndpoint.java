package dev.serai.capture.kafka;

import dev.serai.interaction.PointName;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A Kafka capture point by name; everything else is in the live files. */
final class KafkaEndpoint extends DefaultEndpoint {
    private final PointName name;
    private final KafkaPlace place;

    KafkaEndpoint(String uri, Component component, PointName name, KafkaPlace place) {
        super(uri, component);
        this.name = name;
        this.place = place;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new KafkaRoute(this, processor, name, place);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a capture point can only be read from: " + getEndpointUri());
    }
}
