package dev.serai.dispatch;

import dev.serai.files.Generation;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/** One set of files that is live, and stays so unless the next one is made live. */
final class OneExit implements LiveExits, Exits {
    private final Generation generation;
    private final CamelContext context;
    private final ProducerTemplate producer;
    private volatile Exits live = this;

    OneExit(Generation generation, CamelContext context) {
        this.generation = generation;
        this.context = context;
        this.producer = context.createProducerTemplate();
    }

    /** Other files over the same routes. */
    void next(Generation files) {
        live = new OneExit(files, context);
    }

    @Override
    public Exits current() {
        return live;
    }

    @Override
    public <T> T claimThrough(Function<Exits, T> claim) {
        return claim.apply(live);
    }

    @Override
    public Generation generation() {
        return generation;
    }

    @Override
    public Exchange run(String uri, Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return producer.send(uri, exchange);
    }

    @Override
    public void begin() {}

    @Override
    public void end() {}
}
