package dev.serai.capture.jms;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.PointEndpoint;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import jakarta.jms.ConnectionFactory;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code serai-jms:<name>}: the JMS capture point of that name in the live files; to be added under that scheme. */
public final class JmsComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-jms";

    private final CapturePoints points;
    private final Outlets outlets;
    private final ConnectionFactory broker;

    /**
     * @param points shared with all other components of capture points
     * @param outlets send what points answer
     * @param broker gives connections that are closed after use; each consumer takes one
     */
    public JmsComponent(CapturePoints points, Outlets outlets, ConnectionFactory broker) {
        this.points = points;
        this.outlets = outlets;
        this.broker = broker;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        PointName name = PointName.of(remaining);
        return new PointEndpoint(
                uri,
                this,
                (endpoint, steps) -> new JmsConsumer(endpoint, steps, name, new JmsPlace(points, outlets, broker)));
    }
}
