package dev.serai.strategy;

import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/** Runs a queue's strategy on an exchange of its own and hands back what it decided; writes nothing. */
public final class StrategyRunner implements AutoCloseable {
    private final CamelContext context;
    private final ProducerTemplate producer;
    private final Map<Thread, Exchange> running = new ConcurrentHashMap<>();

    public StrategyRunner(CamelContext context) {
        this.context = context;
        this.producer = context.createProducerTemplate();
    }

    /**
     * Decides on an interaction.
     *
     * @throws StrategyException when the route fails, or comes to its end without an ending
     */
    public Decision run(QueueName queue, Matter matter, Playbook playbook, Instant now) throws StrategyException {
        StrategyRun run = new StrategyRun(matter, playbook, now);
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(StrategyRun.PROPERTY, run);
        exchange.setVariable(ScreenAction.VARIABLE, List.of());
        exchange.setVariable(ScreenAction.FINDINGS, "");
        exchange.getMessage().setBody(new StrategyBody(run));
        send(queue, exchange);
        Exception failure = exchange.getException();
        if (failure != null) {
            throw failure instanceof StrategyException known
                    ? known
                    : new StrategyException("strategy-" + queue + " failed: " + words(failure), failure);
        }
        Decision decision = run.decision();
        if (decision.ending() == null) {
            throw new StrategyException("strategy-" + queue
                    + " came to its end without place, stop, hold, wait, redirect or send; give every path an ending");
        }
        return decision;
    }

    private void send(QueueName queue, Exchange exchange) {
        running.put(Thread.currentThread(), exchange);
        try {
            producer.send("direct:strategy-" + queue, exchange);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /** Where the run on a thread is, in words; empty when none is there. */
    String at(Thread thread) {
        Exchange exchange = running.get(thread);
        String node = exchange == null ? null : exchange.getExchangeExtension().getHistoryNodeId();
        return node == null ? "" : "at step '" + node + "'";
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String line = message == null ? "" : message.strip().lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + (line.isEmpty() ? "" : ": " + line);
    }

    @Override
    public void close() {
        producer.stop();
    }
}
