package dev.serai.capture.file;

import dev.serai.capture.CapturePoints;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A file capture point by name; everything else is in the live files. */
final class FileEndpoint extends DefaultEndpoint {
    private final PointName name;
    private final CapturePoints points;
    private final Outlets outlets;

    FileEndpoint(String uri, Component component, PointName name, CapturePoints points, Outlets outlets) {
        super(uri, component);
        this.name = name;
        this.points = points;
        this.outlets = outlets;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new FileConsumer(this, processor, name, points, outlets);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a capture point can only be read from: " + getEndpointUri());
    }
}
