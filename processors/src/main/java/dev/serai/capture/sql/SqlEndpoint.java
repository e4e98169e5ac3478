package dev.serai.capture.sql;

import dev.serai.interaction.PointName;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A database capture point by name; everything else is in the live files. */
final class SqlEndpoint extends DefaultEndpoint {
    private final PointName name;
    private final SqlComponent component;

    SqlEndpoint(String uri, SqlComponent component, PointName name) {
        super(uri, component);
        this.component = component;
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new SqlConsumer(this, processor, name, component);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a capture point can only be read from: " + getEndpointUri());
    }
}
