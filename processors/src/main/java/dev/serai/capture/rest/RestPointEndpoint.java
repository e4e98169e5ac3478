package dev.serai.capture.rest;

import dev.serai.capture.CapturePoints;
import dev.serai.interaction.PointName;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A REST capture point or web form by name; everything else is in the live files. */
final class RestPointEndpoint extends DefaultEndpoint {
    private final PointName name;
    private final CapturePoints points;

    RestPointEndpoint(String uri, Component component, PointName name, CapturePoints points) {
        super(uri, component);
        this.name = name;
        this.points = points;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new RestPointConsumer(this, processor, name, points);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a capture point can only be read from: " + getEndpointUri());
    }
}
