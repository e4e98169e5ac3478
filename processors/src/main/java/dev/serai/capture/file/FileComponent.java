package dev.serai.capture.file;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.PointEndpoint;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code serai-file:<name>}: the file capture point of that name in the live files; to be added under that scheme. */
public final class FileComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-file";

    private final CapturePoints points;
    private final Outlets outlets;

    /**
     * @param points shared with all other components of capture points
     * @param outlets send what points answer
     */
    public FileComponent(CapturePoints points, Outlets outlets) {
        this.points = points;
        this.outlets = outlets;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        PointName name = PointName.of(remaining);
        return new PointEndpoint(
                uri, this, (endpoint, steps) -> new FileConsumer(endpoint, steps, name, points, outlets));
    }
}
