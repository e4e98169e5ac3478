package dev.serai.capture.sql;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.RouteSteps;
import dev.serai.interaction.PointName;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Captures, and tells the database what became of its interactions, as long as its route runs. */
final class SqlConsumer extends DefaultConsumer {
    private final PointName name;
    private final SqlComponent component;
    private @Nullable SqlLooker looker;
    private @Nullable SqlLine line;

    SqlConsumer(Endpoint endpoint, Processor processor, PointName name, SqlComponent component) {
        super(endpoint, processor);
        this.name = name;
        this.component = component;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CapturePoints points = component.points();
        SqlLine own = new SqlLine(name);
        SqlLooker started = new SqlLooker(name, points, own, new RouteSteps(this), component.timer());
        line = own;
        looker = started;
        points.started(name, started::wake);
        component.outlets().open(name, new SqlOutlet(name, points, own));
        started.start(component.readBy(name, started.thread()));
    }

    @Override
    protected void doStop() throws Exception {
        SqlLooker running = looker;
        if (running != null) {
            running.stop();
        }
        component.outlets().close(name);
        SqlLine own = line;
        if (own != null) {
            own.close();
        }
        component.points().stopped(name);
        super.doStop();
    }
}
