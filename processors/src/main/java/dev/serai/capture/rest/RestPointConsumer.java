package dev.serai.capture.rest;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.RouteSteps;
import dev.serai.interaction.PointName;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Lets the point be served as long as its route runs; the requests come by the API. */
final class RestPointConsumer extends DefaultConsumer {
    private final PointName name;
    private final CapturePoints points;

    RestPointConsumer(Endpoint endpoint, Processor processor, PointName name, CapturePoints points) {
        super(endpoint, processor);
        this.name = name;
        this.points = points;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        points.serves(name, new RouteSteps(this));
    }

    @Override
    protected void doStop() throws Exception {
        points.stopped(name);
        super.doStop();
    }
}
