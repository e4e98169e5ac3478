package dev.serai.capture.kafka;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.PointEndpoint;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code serai-kafka:<name>}: the Kafka capture point of that name in the live files; to be added under that scheme. */
public final class KafkaComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-kafka";

    private final KafkaPlace place;

    /**
     * @param points shared with all other components of capture points
     * @param outlets send what points answer
     */
    public KafkaComponent(CapturePoints points, Outlets outlets) {
        this.place = new KafkaPlace(points, outlets);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        PointName name = PointName.of(remaining);
        return new PointEndpoint(uri, this, (endpoint, steps) -> new KafkaRoute(endpoint, steps, name, place));
    }
}
