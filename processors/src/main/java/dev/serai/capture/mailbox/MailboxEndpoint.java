package dev.serai.capture.mailbox;

import dev.serai.interaction.PointName;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A mailbox by name; everything else is in the live files. */
final class MailboxEndpoint extends DefaultEndpoint {
    private final PointName name;
    private final MailboxTools tools;

    MailboxEndpoint(String uri, Component component, PointName name, MailboxTools tools) {
        super(uri, component);
        this.name = name;
        this.tools = tools;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new MailboxConsumer(this, processor, name, tools);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a mailbox can only be read from: " + getEndpointUri());
    }
}
