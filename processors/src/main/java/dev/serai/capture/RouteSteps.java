package dev.serai.capture;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of a capture route after the commit; that they fail is logged and changes nothing. */
public final class RouteSteps implements Consumer<Captured> {
    private static final Logger LOG = LoggerFactory.getLogger(RouteSteps.class);
    private final DefaultConsumer consumer;

    /** @param consumer whose route's steps are run */
    public RouteSteps(DefaultConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public void accept(Captured captured) {
        Exchange exchange = consumer.createExchange(false);
        try {
            exchange.getMessage().setBody(captured);
            exchange.getMessage()
                    .setHeader(Headers.INTERACTION_ID, captured.id().value());
            exchange.getMessage()
                    .setHeader(Headers.CAPTURE_POINT, captured.point().value());
            consumer.getProcessor().process(exchange);
            log(captured, exchange.getException());
        } catch (Exception failure) {
            log(captured, failure);
        } finally {
            consumer.releaseExchange(exchange, false);
        }
    }

    private static void log(Captured captured, @org.jspecify.annotations.Nullable Exception failure) {
        if (failure != null) {
            LOG.warn(
                    "step of a capture route failed; the interaction is stored all the same point={} interaction={}",
                    captured.point(),
                    captured.id(),
                    failure);
        }
    }
}
