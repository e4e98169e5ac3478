package dev.serai.queue;

import dev.serai.interaction.Fence;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.QueueName;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

/** Hands claimed work over the internal JMS destination of its queue; the message is the fence and nothing else. */
final class HandOver {
    private static final String DESTINATION = "jms:queue:serai.internal.queue.";

    private final ProducerTemplate producer;

    HandOver(ProducerTemplate producer) {
        this.producer = producer;
    }

    /** @throws org.apache.camel.CamelExecutionException when the broker does not take it */
    void give(QueueName queue, Fence fence) {
        producer.sendBody(
                DESTINATION + queue + "?deliveryPersistent=false", ExchangePattern.InOnly, LeaseToken.of(fence));
    }

    /** A pattern for all endpoints of a queue. */
    static String endpoints(QueueName queue) {
        return "jms://queue:serai.internal.queue." + queue + "?*";
    }

    /**
     * Where a queue's route reads. Consumers keep their session; the message is gone when its work was taken up. It is
     * acknowledged and not part of a transaction, each of which the broker would force to its disk.
     */
    static String source(QueueName queue, int consumers) {
        return DESTINATION + queue + "?concurrentConsumers=" + consumers
                + "&cacheLevelName=CACHE_CONSUMER&acknowledgementModeName=CLIENT_ACKNOWLEDGE"
                + "&deliveryPersistent=false&mapJmsMessage=true&jmsMessageType=Text";
    }
}
