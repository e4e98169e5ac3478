package dev.serai.capture;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A capture point by name, whatever its kind; everything else about it is in the live files. */
public final class PointEndpoint extends DefaultEndpoint {
    private final Reader reader;

    /** @param reader makes what reads the point */
    public PointEndpoint(String uri, Component component, Reader reader) {
        super(uri, component);
        this.reader = reader;
    }

    /** Makes what reads a point as long as its route runs. */
    @FunctionalInterface
    public interface Reader {
        /** @param steps of the route, which take what was captured */
        Consumer reading(Endpoint endpoint, Processor steps);
    }

    @Override
    public Consumer createConsumer(Processor steps) {
        return reader.reading(this, steps);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a capture point can only be read from: " + getEndpointUri());
    }
}
