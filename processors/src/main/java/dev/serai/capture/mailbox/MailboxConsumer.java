package dev.serai.capture.mailbox;

import dev.serai.capture.RouteSteps;
import dev.serai.interaction.PointName;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Captures as long as its route runs. */
final class MailboxConsumer extends DefaultConsumer {
    private final MailboxPoint point;

    MailboxConsumer(Endpoint endpoint, Processor processor, PointName name, MailboxTools tools) {
        super(endpoint, processor);
        this.point = new MailboxPoint(name, tools, new RouteSteps(this));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        point.start();
    }

    @Override
    protected void doStop() throws Exception {
        point.stop();
        super.doStop();
    }
}
