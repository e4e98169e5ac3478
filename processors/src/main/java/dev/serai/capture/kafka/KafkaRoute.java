package dev.serai.capture.kafka;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.RouteSteps;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.interaction.PointName;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Captures, and sends answers, as long as its route runs, with as many consumers as the point's concurrency says at the start. */
final class KafkaRoute extends DefaultConsumer {
    private final PointName name;
    private final KafkaPlace place;
    private final List<KafkaReceiver> receivers = new ArrayList<>();

    KafkaRoute(Endpoint endpoint, Processor processor, PointName name, KafkaPlace place) {
        super(endpoint, processor);
        this.name = name;
        this.place = place;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CapturePoints points = place.points();
        KafkaPointDefinition point = points.environment()
                .generation()
                .get()
                .points(KafkaPointDefinition.class)
                .get(name);
        Complaints complaints = new Complaints(name, points.health(name), System::nanoTime);
        int number = point == null ? 1 : point.limits().concurrency();
        for (int i = 1; i <= number; i++) {
            receivers.add(new KafkaReceiver(name, points, complaints, new RouteSteps(this)));
        }
        points.started(name, () -> receivers.forEach(KafkaReceiver::wake));
        place.outlets().open(name, new KafkaOutlet(name, points));
        receivers.forEach(KafkaReceiver::start);
    }

    @Override
    protected void doStop() throws Exception {
        receivers.forEach(KafkaReceiver::close);
        for (KafkaReceiver receiver : receivers) {
            receiver.join();
        }
        receivers.clear();
        place.outlets().close(name);
        place.points().stopped(name);
        super.doStop();
    }
}
