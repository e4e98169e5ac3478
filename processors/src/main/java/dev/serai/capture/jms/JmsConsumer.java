package dev.serai.capture.jms;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.RouteSteps;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Captures, and sends answers, as long as its route runs, with as many receivers as the point's concurrency says at the start. */
final class JmsConsumer extends DefaultConsumer {
    private final PointName name;
    private final JmsPlace place;
    private final List<JmsReceiver> receivers = new ArrayList<>();

    JmsConsumer(Endpoint endpoint, Processor processor, PointName name, JmsPlace place) {
        super(endpoint, processor);
        this.name = name;
        this.place = place;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CapturePoints points = place.points();
        JmsPointDefinition point = points.environment()
                .generation()
                .get()
                .points(JmsPointDefinition.class)
                .get(name);
        CopyRoom room = new CopyRoom(points.health(name), System::nanoTime);
        int number = point == null ? 1 : point.concurrency();
        for (int i = 1; i <= number; i++) {
            receivers.add(new JmsReceiver(name, points, place.broker(), room, new RouteSteps(this)));
        }
        points.started(name, () -> receivers.forEach(JmsReceiver::wake));
        place.outlets().open(name, new JmsOutlet(name, points, place.broker()));
        receivers.forEach(JmsReceiver::start);
    }

    @Override
    protected void doStop() throws Exception {
        receivers.forEach(JmsReceiver::close);
        for (JmsReceiver receiver : receivers) {
            receiver.join();
        }
        receivers.clear();
        place.outlets().close(name);
        place.points().stopped(name);
        super.doStop();
    }
}
