package dev.serai.capture.file;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.RouteSteps;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Captures, and writes answers, as long as its route runs. */
final class FileConsumer extends DefaultConsumer {
    private final PointName name;
    private final CapturePoints points;
    private final Outlets outlets;
    private @Nullable FileLooker looker;

    FileConsumer(Endpoint endpoint, Processor processor, PointName name, CapturePoints points, Outlets outlets) {
        super(endpoint, processor);
        this.name = name;
        this.points = points;
        this.outlets = outlets;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        FileLooker started = new FileLooker(name, points, new RouteSteps(this));
        looker = started;
        points.started(name, started::wake);
        outlets.open(name, new FileOutlet(name, points));
        started.start();
    }

    @Override
    protected void doStop() throws Exception {
        FileLooker running = looker;
        if (running != null) {
            running.stop();
        }
        outlets.close(name);
        points.stopped(name);
        super.doStop();
    }
}
