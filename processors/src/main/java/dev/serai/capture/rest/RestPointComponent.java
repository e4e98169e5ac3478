package dev.serai.capture.rest;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.PointEndpoint;
import dev.serai.interaction.PointName;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code serai-rest:<name>}, {@code serai-webform:<name>}: the point of that name in the live files to which others come by HTTP. */
public final class RestPointComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-rest";
    /** The same for web forms. */
    public static final String WEBFORM = "serai-webform";

    private final CapturePoints points;

    /** @param points shared with all other components of capture points */
    public RestPointComponent(CapturePoints points) {
        this.points = points;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        PointName name = PointName.of(remaining);
        return new PointEndpoint(uri, this, (endpoint, steps) -> new RestPointConsumer(endpoint, steps, name, points));
    }
}
