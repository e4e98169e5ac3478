package dev.serai.capture.sql;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.PointEndpoint;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import dev.serai.threads.Ticks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/** {@code serai-sql:<name>}: the database capture point of that name in the live files; to be added under that scheme. */
public final class SqlComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-sql";

    private final CapturePoints points;
    private final Outlets outlets;
    private final Map<PointName, Thread> readers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Ticks.named("serai-sql-roles", 1);

    /**
     * @param points shared with all other components of capture points
     * @param outlets send what points are told
     */
    public SqlComponent(CapturePoints points, Outlets outlets) {
        this.points = points;
        this.outlets = outlets;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        PointName name = PointName.of(remaining);
        return new PointEndpoint(uri, this, (endpoint, steps) -> new SqlConsumer(endpoint, steps, name, this));
    }

    CapturePoints points() {
        return points;
    }

    Outlets outlets() {
        return outlets;
    }

    /**
     * Notes who reads a point from now on.
     *
     * @return who did until now: he may still be about his last batch, and has the same role
     */
    @Nullable
    Thread readBy(PointName name, Thread thread) {
        return readers.put(name, thread);
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    protected void doShutdown() throws Exception {
        Ticks.end(timer);
        super.doShutdown();
    }
}
